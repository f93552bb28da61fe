package org.tsunagu.codes.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class GuidanceItemsTest {

    static final GuidanceItems ITEMS = GuidanceItems.shipped();

    @Test
    void annex_3_of_the_fourth_period_has_103_items() {
        assertThat(ITEMS.all()).hasSize(103);
    }

    @Test
    void the_same_code_is_another_item_in_another_section() {
        assertThat(ITEMS.lookUp("90020", "1022000013").nameEn()).contains("part 1");
        assertThat(ITEMS.lookUp("90030", "1022000013").nameEn()).doesNotContain("part 1");
        assertThat(ITEMS.lookUp("90040", "1022000013")).isNull();
    }

    @Test
    void weight_is_found_by_its_role_whatever_its_code() {
        assertThat(ITEMS.get("90050", "EVN", "weight").code()).isEqualTo("1032001032");
        assertThat(ITEMS.get("90060", "EVN", "weight").code()).isEqualTo("1042001032");
        assertThat(ITEMS.get("90030", "INT", "weight").mood()).isEqualTo("GOL");
        assertThatThrownBy(() -> ITEMS.get("90040", "EVN", "weight")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void planned_and_done_totals_are_told_apart_by_the_mood() {
        assertThat(ITEMS.get("90070", "INT", "total_points").code()).isEqualTo("1041010080");
        assertThat(ITEMS.get("90070", "EVN", "total_points").code()).isEqualTo("1042010080");
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
    void types_and_carriers_go_together() {
        assertThat(ITEMS.all())
                .filteredOn(item -> !item.section().equals("90080"))
                .allSatisfy(item -> {
                    var isValue = item.carrier() == GuidanceItem.Carrier.VALUE;
                    assertThat(Set.of("PQ", "INT", "CD", "ST").contains(item.type()))
                            .as(item.code())
                            .isEqualTo(isValue);
                });
    }

    @Test
    void active_support_needs_its_planned_points_at_the_start_and_motivational_support_does_not() {
        var planned = ITEMS.get("90030", "INT", "outcome_points");

        assertThat(planned.requirement("first", "active")).isEqualTo("required");
        assertThat(planned.requirement("first", "motivational")).isEmpty();
        assertThat(planned.requirement("second", "active")).isEmpty();
    }
}
