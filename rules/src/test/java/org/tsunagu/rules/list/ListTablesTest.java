package org.tsunagu.rules.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.rules.condition.Truth;

class ListTablesTest {

    private static final ListRules AS_SHIPPED = new ListRules(List.of());

    @Test
    void every_list_has_steps_whose_variables_and_parameters_are_known() {
        assertThat(AS_SHIPPED.keys(Given.MONTH)).hasSize(25);
        for (var key : AS_SHIPPED.keys(Given.MONTH)) {
            var list = AS_SHIPPED.on(key, Given.MONTH);
            assertThat(list.steps()).as(key).isNotEmpty();
            assertThat(list.variables()).as(key).isNotEmpty();
            assertThat(list.parameters()).as(key).isNotNull();
        }
    }

    @Test
    void every_step_belongs_to_a_list_and_its_rows_say_the_same_order_and_name() {
        var tables = new ListTables(List.of());
        var lists = tables.lists().rows().stream().map(row -> row.key()).collect(Collectors.toSet());
        tables.steps().forEach(row -> assertThat(lists).contains(row.text("list")));
        var byStep = tables.steps().collect(Collectors.groupingBy(row -> row.text("list") + row.text("step")));
        byStep.forEach((step, rows) -> assertThat(rows.stream()
                        .map(row -> row.text("order") + row.text("name_ja"))
                        .distinct())
                .as(step)
                .hasSize(1));
    }

    @Test
    void the_2024_edition_is_not_there_before_it_was_made() {
        assertThat(AS_SHIPPED.keys(YearMonth.of(2023, 9))).contains("DKD-2019").doesNotContain("DKD-2024");
    }

    @Test
    void a_copy_changes_a_threshold_or_a_window_without_a_release() {
        var person = Given.person("rx:DM:2026-05-01:30 rx:DM:2026-06-04:30");
        var stricter = new ListRules(List.of(new Correction("list/steps", "STOPPED-DM-DRUGS-ENDED-1", "value", "60")));

        assertThat(AS_SHIPPED.on("STOPPED-DM", Given.MONTH).select(person).outcome())
                .isEqualTo(Truth.FALSE);
        assertThat(stricter.on("STOPPED-DM", Given.MONTH).select(person).outcome())
                .isEqualTo(Truth.TRUE);

        var waiting = Given.person("@2026-06-10 sbp=150 dbp=80 med_bp=2");
        var shorter = new ListRules(List.of(new Correction("care/parameters", "UNTREATED_MONTHS", "value", "3")));
        assertThat(shorter.on("UNTREATED-BP", Given.MONTH).select(waiting).outcome())
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void what_is_assumed_of_a_certification_can_be_switched_off() {
        var strict =
                new ListRules(List.of(new Correction("care/parameters", "CERTIFICATION_UNKNOWN", "value", "unknown")));
        assertThat(strict.on("S10-UNKNOWN", Given.MONTH)
                        .select(Given.person("age=78"))
                        .outcome())
                .isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void reasons_name_the_drug_the_institution_and_the_claim() {
        var selection = AS_SHIPPED
                .on("STOPPED-DM", Given.MONTH)
                .select(Given.person("rx:DM:2026-02-01:28 rx:DM:2026-03-01:30"));
        var facts = selection.reasons().get(1).facts();

        assertThat(selection.reasons().get(1).value()).isEqualTo("184");
        assertThat(facts).containsEntry("covered_to", "2026-03-30").containsEntry("institution", "C1");
        assertThat(facts).containsEntry("claim", "2").containsEntry("drug", "623962002");
    }

    @Test
    void the_certainty_of_the_weakest_row_is_that_of_the_person() {
        var selection = AS_SHIPPED.on("S05-FRAILTY", Given.MONTH).select(Given.person("age=78 @2026-05-10 q1=4 q7=1"));
        assertThat(selection.certainty().name()).isEqualTo("DERIVED");
        assertThat(Set.of(Truth.TRUE)).contains(selection.outcome());
    }
}
