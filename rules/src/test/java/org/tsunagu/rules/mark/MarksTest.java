package org.tsunagu.rules.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.ItemValue;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.Cases;

class MarksTest {

    static final LocalDate FOURTH_PERIOD = LocalDate.parse("2024-06-01");
    static final LocalDate THIRD_PERIOD = LocalDate.parse("2023-06-01");

    @ParameterizedTest(name = "{0}: {2} {1}")
    @CsvSource({
        "sbp=139 dbp=89, no,  VISIT-BP",
        "sbp=140 dbp=70, yes, VISIT-BP",
        "sbp=120 dbp=90, yes, VISIT-BP",
        "sbp=140,        yes, VISIT-BP",
        "waist=84.9,     '',  VISIT-BP",
        "sbp=159 dbp=99, no,  SBP-160",
        "sbp=160 dbp=80, yes, SBP-160",
        "sbp=120 dbp=100,yes, SBP-160",
        "hba1c=7.9,      no,  HBA1C-8",
        "hba1c=8.0,      yes, HBA1C-8",
        "hba1c=6.5,      yes, HBA1C-65",
        "hba1c=6.4,      no,  VISIT-GLUCOSE",
        "waist=85.0,     yes, WAIST",
        "waist=84.9,     no,  WAIST"
    })
    void the_value_decides(String given, String holds, String mark) {
        var judged = Cases.judge("M", 50, "2024-06-01", given);

        assertThat(word(marks(FOURTH_PERIOD, none(), judged.bands()), mark)).isEqualTo(holds);
    }

    @ParameterizedTest(name = "{0} {1}: {3} {2}")
    @CsvSource({
        "9N736000000000011, 1, yes, SMOKING",
        "9N736000000000011, 2, no,  SMOKING",
        "9N736000000000011, 3, no,  SMOKING",
        "9N746000000000011, 2, yes, NO-EXERCISE",
        "9N746000000000011, 1, no,  NO-EXERCISE",
        "9N872000000000011, 3, yes, CHEWING",
        "9N701000000000011, 1, yes, DRUG-BP",
        "9N701000000000011, 2, no,  DRUG-BP"
    })
    void the_answer_decides(String item, String code, String holds, String mark) {
        assertThat(word(marks(FOURTH_PERIOD, answer(item, code), List.of()), mark))
                .isEqualTo(holds);
    }

    @Test
    void the_amount_of_drink_follows_the_answers_of_its_time() {
        var five = answer("9N791000000000011", "5");

        assertThat(word(marks(FOURTH_PERIOD, five, List.of()), "DRINKING-MUCH")).isEqualTo("yes");
        assertThat(word(marks(THIRD_PERIOD, five, List.of()), "DRINKING-MUCH")).isEqualTo("no");
        assertThat(word(marks(THIRD_PERIOD, answer("9N791000000000011", "4"), List.of()), "DRINKING-MUCH"))
                .isEqualTo("yes");
    }

    @ParameterizedTest(name = "blood pressure {0}, drug {1}: {2}")
    @CsvSource({"150, 2, yes", "150, 1, no", "150, '', ''", "120, '', no", "120, 1, no"})
    void untreated_is_open_while_the_drug_answer_is_missing(int sbp, String drug, String holds) {
        var judged = Cases.judge("M", 50, "2024-06-01", "sbp=%d dbp=70 hba1c=5.0 ldl=100".formatted(sbp));
        var values = drug.isEmpty() ? none() : answer("9N701000000000011", drug);

        assertThat(word(marks(FOURTH_PERIOD, values, judged.bands()), "UNTREATED-VISIT"))
                .isEqualTo(holds);
    }

    @Test
    void an_uncertain_mark_says_so() {
        var judged = Cases.judge("M", 50, "2024-06-01", "hba1c=8.0");

        assertThat(marks(FOURTH_PERIOD, none(), judged.bands()))
                .filteredOn(mark -> mark.mark().equals("HBA1C-8"))
                .extracting(Mark::certainty)
                .containsExactly(Certainty.UNCONFIRMED);
    }

    /// The limits of haemoglobin are a conflict, those of urine protein were unconfirmed before the fourth period.
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({"VISIT-BP, sbp=120, SOURCE", "PROTEIN, protein=3, SOURCE", "VISIT-LIVER, alt=30, SOURCE"})
    void a_mark_is_as_sure_as_the_limits_it_looks_at(String mark, String given, Certainty certainty) {
        var judged = Cases.judge("M", 50, "2024-06-01", given);

        assertThat(marks(FOURTH_PERIOD, none(), judged.bands()))
                .filteredOn(one -> one.mark().equals(mark))
                .extracting(Mark::certainty)
                .containsExactly(certainty);
    }

    @Test
    void a_mark_that_looks_at_doubtful_limits_is_doubtful() {
        var before = Cases.judge("M", 50, "2023-06-01", "protein=3");

        assertThat(marks(THIRD_PERIOD, none(), before.bands()))
                .filteredOn(one -> one.mark().equals("PROTEIN"))
                .extracting(Mark::certainty)
                .containsExactly(Certainty.UNCONFIRMED);
    }

    @Test
    void every_answer_asked_for_is_an_item_of_the_master() {
        assertThat(Marks.table().stream()
                        .filter(row -> row.text("kind").equals("answer"))
                        .map(row -> Items.shipped().find(row.text("what"))))
                .allMatch(item -> item.isPresent());
    }

    @Test
    void marks_that_other_marks_need_come_first() {
        var seen = new java.util.HashSet<String>();
        for (var row : Marks.table()) {
            if (row.text("kind").equals("mark")) {
                assertThat(seen).as(row.key()).contains(row.text("what"));
            }
            seen.add(row.text("mark"));
        }
        assertThat(Marks.table().stream().map(Row::key).collect(Collectors.toSet()))
                .hasSize(Marks.table().size());
    }

    private static List<Mark> marks(LocalDate day, CheckupValues values, List<org.tsunagu.rules.band.Band> bands) {
        return Marks.shipped().of(day, values, bands);
    }

    private static String word(List<Mark> marks, String name) {
        return marks.stream()
                .filter(mark -> mark.mark().equals(name))
                .map(mark -> mark.holds() ? "yes" : "no")
                .findFirst()
                .orElse("");
    }

    private static CheckupValues none() {
        return CheckupValues.over(Items.shipped()).build();
    }

    private static CheckupValues answer(String item, String code) {
        return CheckupValues.over(Items.shipped())
                .put(item, ItemValue.code(code))
                .build();
    }
}
