package org.tsunagu.rules.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.value.Gathered;
import org.tsunagu.rules.value.Variables;

class ConditionTest {

    private static final Variables VARIABLES = new Variables(List.of("a", "b", "c"), Set.of());
    private static final List<String> HEADER = List.of(
            "row",
            "rule",
            "clause",
            "term",
            "chain",
            "variable",
            "op",
            "value",
            "effective_from",
            "effective_to",
            "certainty",
            "source");

    @Test
    void or_is_true_whatever_the_other_is() {
        for (var other : Truth.values()) {
            assertThat(Truth.TRUE.or(other)).isEqualTo(Truth.TRUE);
            assertThat(other.or(Truth.TRUE)).isEqualTo(Truth.TRUE);
            assertThat(Truth.FALSE.or(other)).isEqualTo(other);
            assertThat(other.or(Truth.FALSE)).isEqualTo(other);
        }
        assertThat(Truth.UNKNOWN.or(Truth.UNKNOWN)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void and_is_false_whatever_the_other_is() {
        for (var other : Truth.values()) {
            assertThat(Truth.FALSE.and(other)).isEqualTo(Truth.FALSE);
            assertThat(other.and(Truth.FALSE)).isEqualTo(Truth.FALSE);
            assertThat(Truth.TRUE.and(other)).isEqualTo(other);
            assertThat(other.and(Truth.TRUE)).isEqualTo(other);
        }
        assertThat(Truth.UNKNOWN.and(Truth.UNKNOWN)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void every_comparison_is_exact_at_its_ends() {
        assertThat(compare("eq", "5.0", "5")).isEqualTo(Truth.TRUE);
        assertThat(compare("ne", "5.0", "5")).isEqualTo(Truth.FALSE);
        assertThat(compare("lt", "5.0", "5")).isEqualTo(Truth.FALSE);
        assertThat(compare("lt", "5.0", "4.9")).isEqualTo(Truth.TRUE);
        assertThat(compare("le", "5.0", "5")).isEqualTo(Truth.TRUE);
        assertThat(compare("le", "5.0", "5.1")).isEqualTo(Truth.FALSE);
        assertThat(compare("gt", "5.0", "5")).isEqualTo(Truth.FALSE);
        assertThat(compare("gt", "5.0", "5.1")).isEqualTo(Truth.TRUE);
        assertThat(compare("ge", "5.0", "5")).isEqualTo(Truth.TRUE);
        assertThat(compare("ge", "5.0", "4.9")).isEqualTo(Truth.FALSE);
        assertThat(compare("in", "1,2", "2")).isEqualTo(Truth.TRUE);
        assertThat(compare("in", "1,2", "3")).isEqualTo(Truth.FALSE);
        assertThat(compare("between", "3-5", "3")).isEqualTo(Truth.TRUE);
        assertThat(compare("between", "3-5", "5")).isEqualTo(Truth.TRUE);
        assertThat(compare("between", "3-5", "2")).isEqualTo(Truth.FALSE);
        assertThat(compare("between", "3-5", "6")).isEqualTo(Truth.FALSE);
        assertThat(compare("present", "", "5")).isEqualTo(Truth.TRUE);
        assertThat(compare("missing", "", "5")).isEqualTo(Truth.FALSE);
    }

    @Test
    void a_missing_value_is_unknown_except_where_its_presence_is_asked_for() {
        assertThat(condition("x\t1\t1\t\ta\tge\t5").test(known())).isEqualTo(Truth.UNKNOWN);
        assertThat(condition("x\t1\t1\t\ta\tmissing\t").test(known())).isEqualTo(Truth.TRUE);
        assertThat(condition("x\t1\t1\t\ta\tpresent\t").test(known())).isEqualTo(Truth.FALSE);
    }

    @Test
    void terms_are_joined_with_and_and_clauses_with_or() {
        var condition = condition("x\t1\t1\t\ta\teq\t1", "x\t1\t2\t\tb\teq\t1", "x\t2\t1\t\tc\teq\t1");

        assertThat(condition.test(known("a=1", "b=1"))).isEqualTo(Truth.TRUE);
        assertThat(condition.test(known("a=1", "b=0", "c=0"))).isEqualTo(Truth.FALSE);
        assertThat(condition.test(known("a=1", "c=0"))).isEqualTo(Truth.UNKNOWN);
        assertThat(condition.test(known("a=0", "c=0"))).isEqualTo(Truth.FALSE);
        assertThat(condition.test(known("c=1"))).isEqualTo(Truth.TRUE);
        assertThat(condition.missing(known("a=1", "c=0"))).containsExactly("b");
        assertThat(condition.hasUnknown(known("c=1"))).isTrue();
        assertThat(condition.hasUnknown(known("c=1", "a=0"))).isFalse();
    }

    @Test
    void of_a_chain_only_the_first_known_value_is_looked_at() {
        var condition = condition("x\t1\t1\tk\ta\tge\t5", "x\t2\t1\tk\tb\tge\t5");

        assertThat(condition.test(known("a=4", "b=9"))).isEqualTo(Truth.FALSE);
        assertThat(condition.test(known("b=9"))).isEqualTo(Truth.TRUE);
        assertThat(condition.test(known())).isEqualTo(Truth.UNKNOWN);
        assertThat(condition.missing(known())).containsExactly("a", "b");
    }

    @Test
    void a_variable_for_which_another_stands_does_not_hold() {
        var values = known("b=1");
        values.settle(new long[] {3});

        assertThat(condition("x\t1\t1\t\ta\tge\t5").test(values)).isEqualTo(Truth.FALSE);
        assertThat(condition("x\t1\t1\t\tc\tge\t5").test(values)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void a_condition_without_rows_never_holds() {
        var empty = condition();

        assertThat(empty.isEmpty()).isTrue();
        assertThat(empty.test(known("a=1"))).isEqualTo(Truth.FALSE);
        assertThatThrownBy(() -> empty.reason(known(), "")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_unknown_variable_stops_the_program_with_its_name() {
        assertThatThrownBy(() -> condition("x\t1\t1\t\twaste\tge\t5")).hasMessageContaining("waste");
    }

    private static Truth compare(String op, String operand, String value) {
        return condition("x\t1\t1\t\ta\t" + op + "\t" + operand).test(known("a=" + value));
    }

    private static Condition condition(String... lines) {
        var rows = Stream.of(lines)
                .map(line -> List.of((line + "\t2008-04-01\t\tsource\ttest").split("\t", -1)))
                .map(cells -> new Row("test", HEADER, withKey(cells)))
                .toList();
        return new ConditionTable(rows, "rule", VARIABLES).condition("x", Sex.MALE);
    }

    private static List<String> withKey(List<String> cells) {
        return Stream.concat(Stream.of(String.join("-", cells.subList(0, 3))), cells.stream())
                .toList();
    }

    private static Gathered known(String... words) {
        var values = new Gathered(
                VARIABLES.size(), CheckupValues.over(Items.shipped()).build());
        for (var word : words) {
            var parts = word.split("=");
            values.fact(VARIABLES.index(parts[0]), new BigDecimal(parts[1]));
        }
        return values;
    }
}
