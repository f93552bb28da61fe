package org.tsunagu.statistics.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tsunagu.statistics.result.Estimate.Behind;

class TextsTest {

    static final Texts JAPANESE = Texts.in(Locale.JAPANESE);
    static final Texts ENGLISH = Texts.in(Locale.ENGLISH);

    @Test
    void both_languages_have_the_same_sentences() {
        assertThat(ENGLISH.keys()).isEqualTo(JAPANESE.keys());
        assertThat(JAPANESE.keys())
                .hasSize(Warning.values().length + Method.values().length + IntervalMethod.values().length + 4);
    }

    @Test
    void every_code_has_a_text_in_both_languages() {
        for (var texts : new Texts[] {JAPANESE, ENGLISH}) {
            for (var warning : Warning.values()) {
                assertThat(texts.of(warning)).isNotBlank();
            }
            for (var method : Method.values()) {
                assertThat(texts.of(method)).isNotBlank();
            }
            for (var method : IntervalMethod.values()) {
                assertThat(texts.of(method)).isNotBlank();
            }
        }
    }

    @Test
    void a_sentence_never_says_that_no_significant_difference_is_the_same() {
        assertThat(JAPANESE.comparison(estimate(95, 110), 100)).isEqualTo("差があるとはいえない");
        assertThat(JAPANESE.comparison(estimate(101, 110), 100)).isEqualTo("基準と比べて高い（偶然では説明しにくい差）");
        assertThat(JAPANESE.comparison(estimate(80, 99), 100)).isEqualTo("基準と比べて低い（偶然では説明しにくい差）");
        assertThat(JAPANESE.comparison(Estimate.none(Method.INDIRECT, new Behind(3, 1), Warning.FEW_EVENTS), 100))
                .isEqualTo("人数が少なく判断できない");
    }

    @Test
    void an_unknown_default_names_those_that_there_are() {
        assertThat(Defaults.of("min_events_dsr")).isEqualTo(10);
        assertThatThrownBy(() -> Defaults.of("min_event")).hasMessageContaining("byar_from");
    }

    private static Estimate estimate(double low, double high) {
        var interval = new Interval(low, high, 0.95, IntervalMethod.BYAR);
        return Estimate.of(Method.INDIRECT, (low + high) / 2, 1, interval, new Behind(1000, 100));
    }
}
