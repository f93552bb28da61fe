package org.tsunagu.letters.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagu.letters.Samples;
import org.tsunagu.rules.Judging;

class CheckupNoticeTest {

    static String text(Locale locale, CheckupNotice notice) {
        return Samples.text(Samples.pdf(locale, Samples.letter("26-000123", notice)));
    }

    /// The whole text of a letter. A difference is read by somebody before the file is replaced.
    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void the_letter_says_word_for_word_what_was_agreed(String language) throws IOException {
        var file = "notice.%s.txt".formatted(language);
        try (var golden = CheckupNoticeTest.class.getResourceAsStream(file)) {
            assertThat(text(Locale.of(language), Samples.notice(Samples.ILL)))
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void the_most_urgent_step_comes_first() {
        assertThat(text(Locale.JAPANESE, Samples.notice(Samples.ILL)))
                .contains("すぐに医療機関を受診してください。", "特定保健指導（積極的支援）の対象です");
        assertThat(text(Locale.JAPANESE, Samples.notice(Map.of())))
                .contains("今の生活を続け、来年も健診を受けてください。")
                .doesNotContain("の対象です。専門職");
    }

    @Test
    void a_judgement_that_misses_values_names_them() {
        var missing =
                Samples.notice(Map.of("9A755000000000001", "", "9A765000000000001", "", "9N016160100000001", "95"));

        assertThat(text(Locale.JAPANESE, missing)).contains("判定不能", "判定に必要な項目：", "収縮期血圧");
        assertThat(text(Locale.ENGLISH, missing)).contains("Values needed for the judgement:");
    }

    @Test
    void a_first_checkup_has_no_columns_for_earlier_years() {
        var now = Samples.year("2025-06-10", Map.of());
        var notice = new CheckupNotice(now, Judging.shipped().judge(now.examinee(), now.values()), List.of(), "");

        assertThat(text(Locale.JAPANESE, notice)).contains("健康診査の結果をお知らせします").doesNotContain("令和6年6月");
    }

    @Test
    void a_checkup_before_the_feedback_existed_can_still_be_told() {
        var old = Samples.year("2016-06-10", Map.of());
        var notice = new CheckupNotice(old, Judging.shipped().judge(old.examinee(), old.values()), List.of(), "");

        assertThat(text(Locale.JAPANESE, notice))
                .contains("平成28年6月10日", "中性脂肪（mg/dL）")
                .doesNotContain("分野ごとの説明");
    }
}
