package org.tsunagu.rules.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.Cases;
import org.tsunagu.rules.decision.ReasonCode;

class MachineTest {

    private static final LocalDate DAY = LocalDate.of(2024, 4, 1);
    private static final Table STATES =
            table("name_ja,name_en,open,owner", "NEW,新,new,true,us", "RIPE,熟,ripe,true,us", "DONE,済,done,false,us");
    private static final Table GUARDS = table(
            "rule,clause,term,variable,op,value",
            "BIG,BIG,1,1,size,ge,5",
            "RED-A,RED,1,1,colour,eq,1",
            "RED-B,RED,1,2,size,ge,2",
            "RED-C,RED,2,1,colour,eq,2",
            "OLD,OLD,1,1,days,ge,3",
            "SPOILT,SPOILT,1,1,days,ge,9");
    private static final Table TRANSITIONS = table(
            "from,to,trigger,guards",
            "eat,RIPE,DONE,EAT,RED",
            "ripen,NEW,RIPE,TIME_PASSED,OLD",
            "spoil,RIPE,DONE,TIME_PASSED,SPOILT",
            "pick,NEW,NEW,PICK,BIG",
            "drop,ANY_OPEN,DONE,DROP,");
    private static final Machine MACHINE = new Machine(STATES, TRANSITIONS, GUARDS, DAY);

    /// A table with the common columns; commas between cells, a point and comma between guards.
    private static Table table(String columns, String... rows) {
        var text = Stream.concat(
                        Stream.of("row," + columns + ",effective_from,effective_to,certainty,source"),
                        Stream.of(rows).map(row -> row + ",2013-04-01,,derived,test"))
                .map(line -> line.replace(',', '\t'))
                .toList();
        return Table.read(
                "test", new ByteArrayInputStream(String.join("\n", text).getBytes(StandardCharsets.UTF_8)));
    }

    private static Facts facts(int size, int colour, int days) {
        return Facts.NONE.with("size", size).with("colour", colour).with("days", days);
    }

    @Test
    void a_step_whose_conditions_hold_is_made_and_says_why() {
        assertThat(MACHINE.move("NEW", "PICK", facts(5, 0, 0))).isInstanceOfSatisfying(Move.Made.class, made -> {
            assertThat(made.to()).isEqualTo("NEW");
            assertThat(Cases.rows(made.reasons())).containsExactly("BIG");
        });
    }

    @Test
    void a_step_whose_conditions_do_not_hold_is_refused_and_says_why() {
        assertThat(Cases.rows(MACHINE.move("NEW", "PICK", facts(4, 0, 0)).reasons()))
                .containsExactly("BIG");
        assertThat(MACHINE.move("NEW", "PICK", Facts.NONE).reasons())
                .extracting(reason -> reason.code())
                .containsExactly(ReasonCode.CONDITION_UNKNOWN);
    }

    @Test
    void time_passes_on_the_way_to_a_step() {
        assertThat(MACHINE.move("NEW", "EAT", facts(2, 1, 3)))
                .isInstanceOfSatisfying(
                        Move.Made.class,
                        made -> assertThat(made.path())
                                .extracting(Transition::key)
                                .containsExactly("ripen", "eat"));
        assertThat(Cases.rows(MACHINE.move("NEW", "EAT", facts(2, 1, 2)).reasons()))
                .as("not yet")
                .containsExactly("OLD");
    }

    @Test
    void what_has_ended_by_itself_comes_before_every_step() {
        var move = MACHINE.move("RIPE", "EAT", facts(2, 1, 9));

        assertThat(move).isInstanceOf(Move.Refused.class);
        assertThat(Cases.rows(move.reasons())).containsExactly("SPOILT", "DONE");
    }

    @Test
    void a_state_without_such_a_step_says_so() {
        assertThat(MACHINE.move("DONE", "DROP", facts(1, 1, 1)).reasons())
                .extracting(reason -> reason.code())
                .containsExactly(ReasonCode.NO_TRANSITION);
        assertThat(MACHINE.triggers("RIPE")).containsExactly("EAT", "DROP");
        assertThat(MACHINE.triggers("DONE")).isEmpty();
    }

    @Test
    void any_open_state_knows_the_steps_of_all() {
        assertThat(MACHINE.move("NEW", "DROP", Facts.NONE)).isInstanceOf(Move.Made.class);
        assertThat(MACHINE.move("RIPE", "DROP", Facts.NONE)).isInstanceOf(Move.Made.class);
    }

    @Test
    void a_condition_of_several_ways_names_what_the_nearest_lacks() {
        assertThat(Cases.rows(MACHINE.guard("RED").unmet(facts(1, 1, 0)))).containsExactly("RED-B");
        assertThat(Cases.rows(MACHINE.guard("RED").unmet(facts(9, 3, 0)))).containsExactly("RED-A");
        assertThat(MACHINE.guard("RED").unmet(facts(1, 2, 0))).isEmpty();
        assertThat(Cases.rows(MACHINE.guard("RED").met(facts(1, 2, 0)))).containsExactly("RED-C");
        assertThat(MACHINE.guard("RED").unmetWays(facts(1, 1, 0))).hasSize(2);
    }

    @Test
    void a_table_that_names_what_is_not_there_is_refused() {
        var lost = table("from,to,trigger,guards", "x,NEW,GONE,GO,");
        var unguarded = table("from,to,trigger,guards", "x,NEW,DONE,GO,NOBODY");

        assertThatThrownBy(() -> new Machine(STATES, lost, GUARDS, DAY)).hasMessageContaining("GONE");
        assertThatThrownBy(() -> new Machine(STATES, unguarded, GUARDS, DAY)).hasMessageContaining("NOBODY");
        assertThatThrownBy(() -> MACHINE.state("NOWHERE")).hasMessageContaining("NOWHERE");
    }

    @Test
    void clocks_run_from_the_days_that_are_there() {
        var clocks = new Clocks(table(
                        "states,since,months,days,warn_days,action_ja,action_en",
                        "A,NEW,start,3,,30,す,do",
                        "B,NEW,start,,5,,み,see",
                        "C,NEW,end,1,,,な,none")
                .rows());

        assertThat(clocks.due("NEW", Map.of("start", LocalDate.of(2024, 11, 30))))
                .extracting(due -> due.on().toString())
                .containsExactly("2024-12-05", "2025-02-28");
        assertThat(clocks.due("DONE", Map.of("start", DAY))).isEmpty();
    }

    @Test
    void what_is_dated_changes_with_its_rows() {
        var dated = new Dated<>(List.of(STATES), day -> STATES.on(day).size());

        assertThat(dated.on(LocalDate.of(2013, 3, 31))).isZero();
        assertThat(dated.on(LocalDate.of(2013, 4, 1))).isEqualTo(3);
    }
}
