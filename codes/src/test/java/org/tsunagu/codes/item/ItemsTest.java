package org.tsunagu.codes.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.item.Answers.Acceptance;

class ItemsTest {

    static final Items ITEMS = Items.shipped();
    static final LocalDate THIRD_PERIOD = LocalDate.of(2024, 3, 31);
    static final LocalDate FOURTH_PERIOD = LocalDate.of(2024, 4, 1);

    @Test
    void annex_2_of_the_fourth_period_has_322_items() {
        assertThat(ITEMS.all())
                .filteredOn(item -> item.annex() == Item.Annex.ANNEX2 && item.existsOn(FOURTH_PERIOD))
                .hasSize(322);
    }

    @Test
    void casual_triglycerides_exist_from_the_fourth_period_on() {
        var casual = ITEMS.get("3F015129902399901");

        assertThat(casual.existsOn(THIRD_PERIOD)).isFalse();
        assertThat(casual.existsOn(FOURTH_PERIOD)).isTrue();
        assertThat(casual.unit()).isEqualTo("mg/dL");
    }

    @Test
    void the_smoking_answer_two_changed_its_meaning_in_2024() {
        var smoking = ITEMS.get("9N736000000000011");

        assertThat(ITEMS.codeSystem(smoking, THIRD_PERIOD)).endsWith(".2003");
        assertThat(ITEMS.codeSystem(smoking, FOURTH_PERIOD)).endsWith(".24060");
    }

    @Test
    void sampling_time_1_was_dropped_in_the_fourth_period() {
        var system = ITEMS.get("9N141000000000011").codeSystem();

        assertThat(Answers.shipped().accept(system, "1", THIRD_PERIOD)).isEqualTo(Acceptance.VALID);
        assertThat(Answers.shipped().accept(system, "1", FOURTH_PERIOD)).isEqualTo(Acceptance.OTHER_PERIOD);
        assertThat(Answers.shipped().accept(system, "9", FOURTH_PERIOD)).isEqualTo(Acceptance.UNKNOWN_CODE);
    }

    @Test
    void a_code_whose_first_period_is_not_confirmed_is_only_early() {
        var system = ITEMS.get("9N141000000000011").codeSystem();

        assertThat(Answers.shipped().accept(system, "3", LocalDate.of(2015, 5, 1)))
                .isEqualTo(Acceptance.EARLY);
    }

    @Test
    void every_code_system_an_item_names_has_its_codes() {
        assertThat(ITEMS.all())
                .filteredOn(item -> !item.codeSystem().isEmpty())
                .allSatisfy(item -> assertThat(Answers.shipped().of(item.codeSystem()))
                        .as(item.code())
                        .isNotEmpty());
    }

    @Test
    void every_item_another_item_names_exists() {
        for (var item : ITEMS.all()) {
            for (var named : new String[] {
                item.dependsOn(), item.doctorNameItem(), item.group().group()
            }) {
                assertThat(named.isEmpty() || ITEMS.find(named).isPresent())
                        .as("%s names %s", item.code(), named)
                        .isTrue();
            }
        }
    }

    @Test
    void a_number_keeps_every_digit_and_a_broken_one_is_no_number() {
        assertThat(Decimals.parse("085.0")).isEqualTo("85.0");
        assertThat(Decimals.parse("-0.5")).isEqualTo("-0.5");
        assertThat(Decimals.parse("1e3")).isNull();
        assertThat(Decimals.parse(".5")).isNull();
        assertThat(Decimals.parse("5.")).isNull();
        assertThat(Decimals.parse("１２")).isNull();
        assertThat(Decimals.parse("")).isNull();
    }

    @Test
    void the_first_value_of_an_item_stays() {
        var waist = ITEMS.get("9N016160100000001");
        var values = CheckupValues.over(ITEMS)
                .put(waist, ItemValue.number("85.0"))
                .put(waist, ItemValue.number("99.0"))
                .build();

        assertThat(values.get(waist).text()).isEqualTo("85.0");
        assertThat(values.get(ITEMS.get("9N011000000000001"))).isSameAs(ItemValue.ABSENT);
        assertThat(values.present()).containsExactly(waist);
    }
}
