package org.tsunagu.rules.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.ItemValue;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judging;
import org.tsunagu.rules.completeness.CompletenessTables;
import org.tsunagu.rules.replacement.Replacement.Gap;
import org.tsunagu.rules.replacement.Replacement.Holder;

class ReplacementTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final String GROUP = "GLUCOSE";

    private static Replacement.Comparison compare(int age, String... missing) {
        return Replacement.shipped().compare(DAY, age, age, List.of(missing));
    }

    @Test
    void a_whole_employers_checkup_stands_for_the_specific_one_from_40_to_74() {
        assertThat(compare(40).counts()).isTrue();
        assertThat(compare(74).counts()).isTrue();
        assertThat(compare(39).counts()).isFalse();
        assertThat(compare(75).counts()).isFalse();
        assertThat(compare(50, "SMOKE").counts()).isFalse();
    }

    @Test
    void what_is_missing_is_asked_of_whoever_has_it() {
        var gaps = compare(50, "WAIST", "SMOKE", "LEVEL").gaps();

        assertThat(gaps).extracting(Gap::group).containsExactly("WAIST", "SMOKE", "LEVEL");
        assertThat(gaps).extracting(Gap::holder).containsExactly(Holder.EMPLOYER, Holder.MEMBER, Holder.INSURER);
        assertThat(gaps).extracting(Gap::mayAsk).containsExactly(true, true, false);
        assertThat(gaps.getFirst().clause()).isEqualTo("3");
    }

    @Test
    void of_the_employer_only_what_it_must_keep_at_that_age_is_asked() {
        assertThat(compare(30, "LDL").gaps()).extracting(Gap::mayAsk).containsExactly(false);
        assertThat(compare(35, "LDL").gaps()).extracting(Gap::mayAsk).containsExactly(true);
        assertThat(compare(36, "LDL").gaps()).extracting(Gap::mayAsk).containsExactly(false);
        assertThat(compare(30, "SBP").gaps()).extracting(Gap::mayAsk).containsExactly(true);
    }

    @Test
    void every_group_of_a_complete_checkup_has_a_row_and_none_more() {
        var groups = new CompletenessTables(List.of())
                .completion().rows().stream().map(row -> row.text("group")).collect(Collectors.toSet());
        var rows = Replacement.shipped().all().getFirst().rows();

        assertThat(rows.stream().map(Row::key).toList()).containsExactlyInAnyOrderElementsOf(groups);
    }

    private static List<String> missing(String glucose, String value, String sampling) {
        var values = CheckupValues.over(Items.shipped());
        values.put(Items.shipped().get(glucose), ItemValue.number(value));
        if (!sampling.isEmpty()) {
            values.put(Items.shipped().get("9N141000000000011"), ItemValue.code(sampling));
        }
        return Judging.shipped()
                .judge(new Examinee(Sex.MALE, DAY.minusYears(50), DAY), values.build())
                .missingGroups();
    }

    @Test
    void hba1c_is_blood_sugar_and_casual_glucose_is_unless_right_after_a_meal() {
        assertThat(missing("3D046000001906202", "5.6", "")).doesNotContain(GROUP);
        assertThat(missing("3D010129901926101", "120", "3")).doesNotContain(GROUP);
        assertThat(missing("3D010129901926101", "120", "4")).contains(GROUP);
        assertThat(missing("3D010129901926101", "120", "")).contains(GROUP);
    }
}
