package org.tsunagu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.text.Messages;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.feedback.Feedback;
import org.tsunagu.rules.list.ListTables;
import org.tsunagu.rules.metabolic.MetabolicCode;
import org.tsunagu.rules.stratification.Level;

class ReasonTextsTest {

    private static final ReasonTexts JAPANESE = ReasonTexts.in(Locale.JAPAN);
    private static final ReasonTexts ENGLISH = ReasonTexts.in(Locale.UK);

    @Test
    void both_languages_have_the_same_sentences() {
        assertThat(read("reasons_en.properties").keys())
                .isEqualTo(read("reasons.properties").keys());
    }

    @Test
    void every_kind_of_reason_has_a_sentence() {
        for (var code : ReasonCode.values()) {
            assertThat(read("reasons.properties").keys()).contains(code.name());
        }
    }

    @Test
    void the_sentences_read_as_a_clerk_would_say_them() {
        var level = Cases.judge("F", 50, "2024-06-01", Cases.healthyWith("waist=91.0 sbp=134 hba1c=6.0"))
                .level();

        assertThat(level.reasons().stream().map(JAPANESE::text))
                .containsExactly(
                        "年度末年齢 50歳",
                        "血圧の薬は服用していない",
                        "血糖の薬は使用していない",
                        "脂質の薬は服用していない",
                        "腹囲 91.0cm（基準 90.0cm以上）に該当",
                        "収縮期血圧 134mmHg（基準 130mmHg以上）に該当",
                        "空腹時中性脂肪 100mg/dL（基準 150mg/dL以上）に該当しない",
                        "HDLコレステロール 60mg/dL（基準 40mg/dL未満）に該当しない",
                        "空腹時血糖 90mg/dL（基準 100mg/dL以上）に該当しない",
                        "空腹時血糖を優先するため、HbA1c 6.0%は判定に使わない",
                        "現在、喫煙していない",
                        "保健指導レベル：動機付け支援");
        assertThat(level.reasons().stream().map(ENGLISH::text))
                .contains(
                        "waist 91.0 cm: meets the criterion (at least 90.0 cm)",
                        "HbA1c 6.0 % is not looked at because fasting plasma glucose goes before it");
    }

    @Test
    void a_list_that_asks_for_a_no_says_no() {
        var row = new ListTables(List.of())
                .steps()
                .filter(step -> step.key().equals("UNTREATED-BP-NO-DRUG-1"))
                .findFirst()
                .orElseThrow();
        var facts = Map.of("variable", "med_bp", "op", "eq", "cut", "2", "unit", "");

        assertThat(JAPANESE.text(new Reason(ReasonCode.CONDITION_MET, "", "", row.basis(), "", "2", facts)))
                .isEqualTo("血圧の薬は服用していない");
        assertThat(JAPANESE.text(new Reason(ReasonCode.CONDITION_NOT_MET, "", "", row.basis(), "", "1", facts)))
                .isEqualTo("血圧の薬を服用している");
        assertThat(JAPANESE.condition(row)).isEqualTo("血圧の薬：いいえ");
        assertThat(ENGLISH.condition(row)).isEqualTo("drug for blood pressure: no");
    }

    @Test
    void what_could_not_be_used_is_said_with_its_reason() {
        var level = Cases.judge(
                        "F",
                        50,
                        "2024-06-01",
                        Cases.healthyWith(
                                "waist=91.0 hdl=!not_performed fpg=- casual=120 tg=- draw=4 smoking=9 bmi=- height=160.0 weight=60.0"))
                .level();

        assertThat(level.reasons().stream().map(JAPANESE::text))
                .contains(
                        "HDLコレステロールは未実施",
                        "随時血糖 120mg/dLは、採血時間（食後）が条件に合わないため使わない",
                        "喫煙の回答コードが受診日の時点の選択肢にないため使わない",
                        "空腹時血糖の値がないため判断できない（基準 100mg/dL以上）",
                        "保健指導レベル：判定不能（欠けている値によって結果が変わる）");
    }

    @Test
    void particular_situations_have_their_own_sentences() {
        assertThat(sentences("vfa=99 waist=95.0")).contains("内臓脂肪面積を優先するため、腹囲 95.0cmは判定に使わない");
        assertThat(sentences("waist=95.0 smoking=1")).contains("喫煙しているが、ほかに該当するリスクがないため数えない");
        assertThat(sentences("bmi=- height=160.0 weight=64.0")).contains("BMI 25.0kg/m²は身長と体重から計算した");
        assertThat(sentences("waist=- bmi=19.5")).contains("BMI 19.5kg/m²（20.0kg/m²未満）のため腹囲の測定を省略できる");
        assertThat(sentences("waist=-")).contains("2008年の欠損規定では「判定不能」となる");
        assertThat(sentences("waist=90.0 sbp=128 dbp=- sbp2=150 dbp2=80"))
                .contains("収縮期血圧 128mmHgは、収縮期と拡張期がそろった測定を優先するため使わない");
    }

    @Test
    void an_age_outside_the_programme_is_said_with_its_bounds() {
        var level = Cases.judge("F", 39, "2024-06-01", Cases.healthyWith("")).level();

        assertThat(level.value()).isEqualTo(Level.OUTSIDE);
        assertThat(JAPANESE.text(level.reasons().getFirst())).isEqualTo("年度末年齢 39歳は対象年齢（40歳から75歳まで）に入らない");
    }

    @Test
    void bands_and_kidneys_have_sentences_with_values() {
        var judgement = Cases.judge("M", 50, "2024-06-01", "sbp=150 protein=2 egfr=59.9");

        assertThat(judgement.bands().stream().map(band -> JAPANESE.text(band.reason())))
                .containsExactly(
                        "収縮期血圧 150mmHg：受診勧奨判定値（140mmHg以上）に該当",
                        "eGFR 59.9mL/min/1.73m²：保健指導判定値（60mL/min/1.73m²未満）に該当",
                        "尿蛋白 ±：保健指導判定値（±以上）に該当");
        assertThat(JAPANESE.text(judgement.kidney().orElseThrow().reason()))
                .isEqualTo("eGFR 59.9mL/min/1.73m²：腎機能の区分はG3a");
    }

    @Test
    void no_sentence_has_an_open_place_in_either_language() {
        for (var person : Person.generate(600, 7)) {
            var judgement =
                    Cases.judge(person.sex(), person.age(), person.examination().toString(), person.given());
            var reasons = Stream.of(
                            judgement.level().reasons(),
                            judgement.documentedLevel().reasons(),
                            judgement.metabolic().reasons(),
                            judgement.complete().reasons(),
                            judgement.feedback().stream().map(Feedback::reason).toList(),
                            judgement.bands().stream()
                                    .map(band -> band.reason())
                                    .toList())
                    .flatMap(List::stream)
                    .toList();
            for (var reason : reasons) {
                check(JAPANESE.text(reason), reason);
                check(ENGLISH.text(reason), reason);
            }
        }
    }

    private static void check(String sentence, Reason reason) {
        assertThat(sentence).as("%s", reason).isNotBlank().doesNotContain("{", " - ", "（-", "(-", "-）", "-)");
    }

    @Test
    void every_class_has_a_label_and_a_message_in_both_languages() {
        for (var person : Person.generate(500, 8)) {
            for (var feedback : Cases.judge(person.sex(), person.age(), "2024-06-01", person.given())
                    .feedback()) {
                assertThat(JAPANESE.message(feedback)).isNotBlank().isNotEqualTo(ENGLISH.message(feedback));
                assertThat(JAPANESE.label(feedback)).isNotBlank();
                assertThat(ENGLISH.label(feedback)).isNotBlank();
            }
        }
    }

    @Test
    void levels_judgements_variables_and_groups_have_names() {
        for (var level : Level.values()) {
            assertThat(JAPANESE.text(level)).isNotEqualTo(ENGLISH.text(level));
        }
        for (var code : MetabolicCode.values()) {
            assertThat(JAPANESE.text(code)).isNotEqualTo(ENGLISH.text(code));
        }
        assertThat(JAPANESE.variable("hba1c_ngsp")).isEqualTo("HbA1c");
        assertThat(JAPANESE.variable("waist")).isEqualTo("腹囲");
        assertThat(ENGLISH.group("URINE_PROTEIN")).isEqualTo("urine protein");
        assertThat(JAPANESE.family("BP")).isEqualTo("血圧");
    }

    private static List<String> sentences(String given) {
        return Cases.judge("F", 50, "2024-06-01", Cases.healthyWith(given)).level().reasons().stream()
                .map(JAPANESE::text)
                .toList();
    }

    private static Messages read(String file) {
        return Messages.read(file, ReasonTexts.class.getResourceAsStream(file));
    }
}
