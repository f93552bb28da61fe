package org.tsunagu.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.worklists.ManyTasks;

/// An entry about many people is found by each of them, and its list of people is as safe as the entry.
@ExtendWith(Office.Extension.class)
class SubjectsTest {

    private static Look export() {
        return new Look(Look.Kind.EXPORT, "task", 0, "MEETING", Look.OWN_WORK, "/x", "test");
    }

    private static void note(Office office, Insurer insurer, List<Long> people) {
        office.as(insurer, Role.NURSE, () -> {
            office.bean(Audit.class).note(export(), people);
            return 0;
        });
    }

    private static List<Audit.Shown> about(Office office, Insurer insurer, long member) {
        return office.as(
                insurer,
                Role.AUDITOR,
                () -> office.bean(Audit.class).latest(member, Optional.empty(), Long.MAX_VALUE, 50));
    }

    private static boolean isWhole(Office office, Insurer insurer) {
        return office.bean(ChainCheck.class).of(insurer.id()).isWhole();
    }

    @Test
    void each_of_the_people_finds_the_entry_and_nobody_else_does(Office office) {
        var insurer = office.insurer("99400004");
        var other = office.insurer("99400012");
        note(office, insurer, List.of(3L, 1L, 3L, 2L, 0L));

        assertThat(about(office, insurer, 2)).singleElement().satisfies(entry -> {
            assertThat(entry.people()).isEqualTo(3);
            assertThat(entry.kind()).isEqualTo("EXPORT");
        });
        assertThat(about(office, insurer, 4)).isEmpty();
        assertThat(about(office, other, 2)).isEmpty();
        assertThat(isWhole(office, insurer)).isTrue();
    }

    @Test
    void one_person_stands_in_the_entry_itself(Office office) {
        var insurer = office.insurer("99400020");
        note(office, insurer, List.of(7L, 7L));

        assertThat(about(office, insurer, 7)).singleElement().satisfies(entry -> {
            assertThat(entry.memberId()).isEqualTo(7);
            assertThat(entry.people()).isZero();
        });
    }

    @Test
    void a_hundred_thousand_people_are_one_entry_of_a_whole_chain(Office office) {
        var insurer = office.insurer("99400038");
        note(office, insurer, LongStream.rangeClosed(1, 100_000).boxed().toList());

        assertThat(about(office, insurer, 99_999)).hasSize(1);
        assertThat(isWhole(office, insurer)).isTrue();
    }

    @Test
    void the_application_can_neither_change_nor_take_out_a_person(Office office) {
        var insurer = office.insurer("99400046");
        note(office, insurer, List.of(1L, 2L));
        var jdbc = office.bean(JdbcClient.class);

        for (var sql : List.of(
                "update audit.subject set member_id = 9", "delete from audit.subject", "truncate audit.subject")) {
            assertThatThrownBy(() -> office.bean(TenantTransactions.class)
                            .run(insurer.id(), () -> jdbc.sql(sql).update()))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void a_person_taken_out_added_or_hung_on_another_entry_is_found(Office office) {
        var insurer = office.insurer("99400053");
        note(office, insurer, List.of(1L, 2L, 3L));
        note(office, insurer, List.of(5L));
        var id = insurer.id().value();
        var everything = office.everything();
        everything.execute("alter table audit.subject disable trigger only_grows");

        everything.update("delete from audit.subject where insurer_id = ? and member_id = 2", id);
        var taken = office.bean(ChainCheck.class).of(insurer.id()).brokenAt();
        everything.update("insert into audit.subject values (?, 1, 2), (?, 1, 4)", id, id);
        var added = office.bean(ChainCheck.class).of(insurer.id()).brokenAt();
        everything.update("update audit.subject set seq = 2 where insurer_id = ? and member_id = 4", id);
        var hung = office.bean(ChainCheck.class).of(insurer.id()).brokenAt();
        everything.update("delete from audit.subject where insurer_id = ? and member_id = 4", id);

        everything.execute("alter table audit.subject enable trigger only_grows");
        assertThat(taken).hasValue(1);
        assertThat(added).hasValue(1);
        assertThat(hung).hasValue(2);
        assertThat(isWhole(office, insurer)).isTrue();
    }

    @Test
    void whoever_was_on_a_list_that_went_out_or_was_changed_in_bulk_finds_it(Office office) {
        var insurer = office.insurer("99400061");
        ManyTasks.of(office, insurer, 20);
        var people = office.everything()
                .queryForList(
                        "select distinct member_id from worklists.task where insurer_id = ? and kind = 'VISIT'",
                        Long.class,
                        insurer.id().value());
        var stranger = office.everything()
                .queryForObject(
                        "select min(member_id) from worklists.task where insurer_id = ? and kind = 'VISIT_NOW'",
                        Long.class,
                        insurer.id().value());
        var visitor = new Visitor(office);
        visitor.logIn("99400061-clerk", Office.PASSWORD);

        visitor.post("/tasks/export", "kind", "VISIT", "purpose", "MEETING");
        visitor.post("/tasks", "kind", "VISIT", "scope", "all", "action", "done");

        assertThat(people).hasSizeGreaterThan(10);
        for (var person : people) {
            assertThat(about(office, insurer, person))
                    .extracting(Audit.Shown::kind)
                    .contains("CHANGE", "EXPORT");
        }
        assertThat(about(office, insurer, stranger))
                .extracting(Audit.Shown::kind)
                .doesNotContain("CHANGE", "EXPORT");
        assertThat(isWhole(office, insurer)).isTrue();
        var auditor = new Visitor(office);
        auditor.logIn("99400061-auditor", Office.PASSWORD);
        assertThat(auditor.get("/audit?member=" + people.getFirst()).body())
                .contains("書き出し")
                .contains(people.size() + "人");
    }
}
