package org.tsunagu.app.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.claims.ClaimsPublished;
import org.tsunagu.app.lists.PeopleLists.Query;

/// Lists of people from the register, checkups and claims to tasks, confirmation and what became of them.
@ExtendWith(Office.Extension.class)
class ListsTest {

    private static final YearMonth FIRST = YearMonth.of(2023, 4);
    private static final YearMonth LAST = YearMonth.of(2026, 8);
    private static final String HIGH =
            "{\"9A751000000000001\":\"165\",\"9A761000000000001\":\"80\",\"9N701000000000011\":\"2\"}";
    private static final String KIDNEY =
            "{\"3D046000001906202\":\"8.4\",\"8A065000002391901\":\"40\",\"1A010000000191111\":\"3\"}";

    private static void make(Office office, Insurer insurer, YearMonth month) {
        assertThat(office.as(
                        insurer, Role.NURSE, () -> office.bean(Builds.class).ask(month)))
                .isTrue();
        office.waitForJobs(insurer);
        var latest =
                office.as(insurer, Role.NURSE, () -> office.bean(Builds.class).done());
        assertThat(latest).extracting(Build::month).contains(month);
    }

    private static Build build(Office office, Insurer insurer, YearMonth month) {
        return office.as(insurer, Role.NURSE, () -> office.bean(Builds.class).done()).stream()
                .filter(build -> build.month().equals(month))
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> people(Office office, Insurer insurer, YearMonth month, String list, String... asked) {
        var query = Query.of(
                build(office, insurer, month).id(), list, asked.length == 0 ? Map.of() : Map.of(asked[0], asked[1]));
        return office.as(
                insurer, Role.NURSE, () -> office.bean(PeopleLists.class).people(query));
    }

    private static List<String> tasks(Office office, Insurer insurer, long member) {
        return office.everything()
                .queryForList(
                        "select state || ' ' || split_part(subject, ':', 3) from worklists.task where insurer_id = ?"
                                + " and kind = 'LIST' and member_id = ? order by id",
                        String.class,
                        insurer.id().value(),
                        member);
    }

    @Test
    void everybody_is_counted_and_the_people_of_a_list_are_found_with_their_reasons(Office office) {
        var insurer = office.insurer("99009110");
        var planted = new PlantedCare(office, insurer, FIRST, LAST);
        var untreated = planted.member("untreated", "1965-05-05");
        planted.checkup(untreated, "2025-10-10", HIGH);
        var seen = planted.member("seen", "1965-05-05");
        planted.checkup(seen, "2025-10-10", HIGH);
        planted.visit(seen, "2026-02", "I10");
        var stopped = planted.member("stopped", "1965-05-05");
        planted.drug(stopped, "DM", "2026-01-05", 30);
        planted.drug(stopped, "DM", "2026-02-05", 30);
        planted.member("nobody", "1945-05-05");
        var late = planted.member("late", "1965-05-05");
        planted.checkup(late, "2026-07-10", HIGH);

        make(office, insurer, LAST);

        assertThat(people(office, insurer, LAST, "UNTREATED-BP")).containsExactly(untreated);
        assertThat(people(office, insurer, LAST, "UNTREATED-BP", "state", "open"))
                .containsExactly(late);
        assertThat(people(office, insurer, LAST, "STOPPED-DM")).containsExactly(stopped);
        var made = build(office, insurer, LAST);
        var run = office.as(
                        insurer,
                        Role.NURSE,
                        () -> office.bean(PeopleLists.class).runs(made))
                .get("UNTREATED-BP");
        assertThat(run.people()).isEqualTo(5);
        assertThat(run.levels().getLast().held()).isEqualTo(1);
        assertThat(run.levels().getLast().open()).isEqualTo(1);
        assertThat(run.doubts()).containsEntry("TOO_EARLY", 1L);
        var fell = run.levels().stream().mapToLong(ListRun.Level::fell).sum();
        assertThat(fell + 1 + 1).isEqualTo(5);
        var entry = office.as(
                insurer,
                Role.NURSE,
                () -> office.bean(PeopleLists.class).of(stopped).stream()
                        .filter(one -> one.list().equals("STOPPED-DM"))
                        .findFirst()
                        .orElseThrow());
        assertThat(entry.reasons().get(1).facts()).containsEntry("covered_to", "2026-03-06");
        assertThat(office.as(
                        insurer, Role.NURSE, () -> office.bean(Builds.class).ask(LAST.plusMonths(1))))
                .isFalse();
    }

    @Test
    void claims_that_came_have_the_lists_of_the_last_complete_month_made_once(Office office) {
        var insurer = office.insurer("99009219");
        new PlantedCare(office, insurer, FIRST, LAST).member("nobody", "1945-05-05");

        office.bean(TenantTransactions.class).run(insurer.id(), () -> {
            for (var delivery = 0; delivery < 3; delivery++) {
                office.bean(Builds.class).on(new ClaimsPublished(insurer.id(), Set.of(LAST.minusMonths(1))));
            }
        });
        office.waitForJobs(insurer);

        assertThat(office.everything()
                        .queryForList(
                                "select state from lists.build where insurer_id = ? order by id",
                                String.class,
                                insurer.id().value()))
                .containsExactly("REPLACED", "REPLACED", "DONE");
        assertThat(build(office, insurer, LAST).people()).isEqualTo(1);
    }

    @Test
    void one_task_a_person_goes_when_they_leave_the_list_and_a_new_one_comes_when_they_are_back(Office office) {
        var insurer = office.insurer("99009128");
        var planted = new PlantedCare(office, insurer, FIRST, LAST);
        var stopped = planted.member("stopped", "1965-05-05");
        planted.drug(stopped, "DM", "2025-01-05", 30);
        planted.drug(stopped, "DM", "2025-02-05", 30);
        planted.drug(stopped, "DM", "2026-01-10", 30);
        var month = YearMonth.of(2025, 12);
        make(office, insurer, month);
        var made = build(office, insurer, month);
        office.as(insurer, Role.NURSE, () -> {
            office.bean(ListWork.class).begin(made, "STOPPED-DM");
            return "";
        });
        assertThat(tasks(office, insurer, stopped)).containsExactly("OPEN 1");

        make(office, insurer, month);
        assertThat(tasks(office, insurer, stopped)).containsExactly("OPEN 1");

        make(office, insurer, YearMonth.of(2026, 2));
        assertThat(tasks(office, insurer, stopped)).containsExactly("DROPPED 1");

        make(office, insurer, YearMonth.of(2026, 6));
        assertThat(tasks(office, insurer, stopped)).containsExactly("DROPPED 1", "OPEN 2");
        office.everything()
                .update(
                        "update worklists.task set state = 'DONE' where insurer_id = ? and kind = 'LIST'",
                        insurer.id().value());
        make(office, insurer, YearMonth.of(2026, 7));
        assertThat(tasks(office, insurer, stopped)).containsExactly("DONE 1", "DONE 2");
        make(office, insurer, YearMonth.of(2026, 2));
        assertThat(tasks(office, insurer, stopped)).containsExactly("DONE 1", "DONE 2");
        assertThat(people(office, insurer, YearMonth.of(2026, 6), "STOPPED-DM")).containsExactly(stopped);
    }

    @Test
    void a_changed_copy_is_used_from_its_month_on_and_is_named_by_the_list(Office office) {
        var insurer = office.insurer("99009136");
        var planted = new PlantedCare(office, insurer, FIRST, LAST);
        var stopped = planted.member("stopped", "1965-05-05");
        planted.drug(stopped, "HT", "2026-05-05", 28);
        planted.drug(stopped, "HT", "2026-06-05", 28);
        make(office, insurer, LAST);
        assertThat(people(office, insurer, LAST, "STOPPED-HT")).isEmpty();

        var definitions = office.bean(Definitions.class);
        assertThat(office.as(
                                insurer,
                                Role.ADMINISTRATOR,
                                () -> definitions.keep(
                                        "STOPPED-HT", LAST, Map.of("list/steps:STOPPED-HT-DRUGS-ENDED-1", "x"), ""))
                        .problem())
                .isEqualTo("lists.problem.value");
        assertThat(office.as(
                                insurer,
                                Role.ADMINISTRATOR,
                                () -> definitions.keep(
                                        "STOPPED-HT",
                                        LAST,
                                        Map.of("list/steps:STOPPED-HT-DRUGS-ENDED-1", "45"),
                                        "地域の取り決め"))
                        .problem())
                .isEmpty();
        make(office, insurer, LAST);

        assertThat(people(office, insurer, LAST, "STOPPED-HT")).containsExactly(stopped);
        var made = build(office, insurer, LAST);
        var run = office.as(
                        insurer,
                        Role.NURSE,
                        () -> office.bean(PeopleLists.class).runs(made))
                .get("STOPPED-HT");
        assertThat(run.definition()).isPresent();
        make(office, insurer, LAST.minusMonths(1));
        assertThat(people(office, insurer, LAST.minusMonths(1), "STOPPED-HT")).isEmpty();
    }

    @Test
    void nobody_comes_into_the_nephropathy_programme_before_the_doctor_has_agreed(Office office) {
        var insurer = office.insurer("99009144");
        var planted = new PlantedCare(office, insurer, FIRST, LAST);
        var person = planted.member("kidney", "1965-05-05");
        planted.checkup(person, "2026-05-10", KIDNEY);
        make(office, insurer, LAST);
        assertThat(people(office, insurer, LAST, "DKD-2024", "stage", "3")).containsExactly(person);
        assertThat(people(office, insurer, LAST, "DKD-2024", "stage", "4")).isEmpty();

        var confirmations = office.bean(Confirmations.class);
        assertThat(step(office, insurer, person, "START")).isEqualTo("lists.problem.step");
        assertThat(step(office, insurer, person, "ASK_DOCTOR")).isEqualTo("lists.confirmed");
        assertThat(step(office, insurer, person, "AGREE")).isEqualTo("lists.confirmed");
        assertThat(step(office, insurer, person, "START")).isEqualTo("lists.confirmed");
        assertThat(Confirmations.state(office.as(insurer, Role.NURSE, () -> confirmations.of("DKD-2024", person))))
                .isEqualTo("IN_PROGRAMME");
    }

    private static String step(Office office, Insurer insurer, long person, String trigger) {
        return office.as(
                insurer,
                Role.NURSE,
                () -> office.bean(Confirmations.class)
                        .record(new Confirmations.Step(
                                "DKD-2024",
                                person,
                                trigger,
                                LocalDate.parse("2026-10-01"),
                                "架空医院",
                                "",
                                UUID.randomUUID())));
    }

    @Test
    void after_six_months_it_is_told_who_was_seen_by_contacted_or_not(Office office) {
        var insurer = office.insurer("99009151");
        var planted = new PlantedCare(office, insurer, FIRST, LAST);
        var month = YearMonth.of(2026, 1);
        var contacted = planted.member("contacted", "1965-05-05");
        var other = planted.member("other", "1965-05-05");
        for (var member : List.of(contacted, other)) {
            planted.checkup(member, "2025-05-10", HIGH);
        }
        planted.visit(contacted, "2026-04", "I10");
        planted.checkup(contacted, "2026-06-01", HIGH.replace("165", "140"));
        make(office, insurer, month);
        assertThat(people(office, insurer, month, "UNTREATED-BP")).containsExactlyInAnyOrder(contacted, other);
        office.everything()
                .update(
                        "insert into contacts.contact (insurer_id, member_id, at, channel, outcome, spoke_with, note,"
                                + " next_step, staff_id, staff_name, form_key) values (?, ?, '2026-02-10', 'PHONE',"
                                + " 'SPOKE', 'PERSON', '', '', 1, 'x', gen_random_uuid())",
                        insurer.id().value(),
                        contacted);
        make(office, insurer, LAST);

        var made = build(office, insurer, month);
        var groups =
                office.as(insurer, Role.NURSE, () -> office.bean(Effects.class).of(made.id(), "UNTREATED-BP"));
        assertThat(groups).hasSize(2);
        assertThat(groups.getFirst().isContacted()).isTrue();
        assertThat(groups.getFirst().seen()).isEqualTo(1);
        assertThat(groups.getFirst().before().orElseThrow()).isEqualByComparingTo("165");
        assertThat(groups.getFirst().after().orElseThrow()).isEqualByComparingTo("140");
        assertThat(groups.getLast().seen()).isZero();
        assertThat(groups.getLast().told()).isEqualTo(1);
    }

    @Test
    void pages_show_the_lists_ask_for_a_purpose_and_leave_a_trace(Office office) {
        var insurer = office.insurer("99009169");
        var planted = new PlantedCare(office, insurer, FIRST, LAST);
        var person = planted.member("kidney", "1965-05-05");
        planted.checkup(person, "2026-05-10", KIDNEY);
        make(office, insurer, LAST);
        var nurse = new Visitor(office);
        nurse.logIn("99009169-nurse", Office.PASSWORD);

        assertThat(nurse.get("/lists").body()).contains("糖尿病性腎症重症化予防（令和6年度版）").doesNotContain("加入者と結びつかない");
        office.everything()
                .update(
                        "update claims.care_month set unmatched = 3 where insurer_id = ? and month = '2026-08-01'",
                        insurer.id().value());
        assertThat(nurse.get("/lists").body()).contains("加入者と結びつかないレセプトが 3件");
        var one = nurse.get("/lists/DKD-2024?month=2026-08");
        assertThat(one.body()).contains("見本 kidney", "第3期", "<svg", "未確認");
        assertThat(nurse.get("/lists/DKD-2024/people/" + person).body()).contains("主治医の確認", "DKD-2024-DM-1-c");
        assertThat(nurse.get("/members/" + person).body()).contains("/lists/DKD-2024/people/" + person);
        assertThat(nurse.get("/lists/DKD-2024/definition").body())
                .contains("VISITING_MONTHS")
                .doesNotContain("name=\"care/parameters");
        assertThat(nurse.get("/lists/NONE").status()).isEqualTo(404);
        assertThat(nurse.post("/lists/DKD-2024/definition", "month", "2026-08").status())
                .isEqualTo(403);
        var clerk = new Visitor(office);
        clerk.logIn("99009169-clerk", Office.PASSWORD);
        clerk.get("/lists/DKD-2024");
        assertThat(clerk.post("/lists/DKD-2024/export", "month", "2026-08").path())
                .contains("lists.problem.purpose");
        assertThat(clerk.post("/lists/DKD-2024/export", "month", "2026-08", "purpose", "GUIDANCE")
                        .body())
                .contains("見本 kidney");
        assertThat(planted.one(
                        "select count(*) from audit.event where insurer_id = ? and data_class = 'list' and member_id = ?",
                        insurer.id().value(),
                        person))
                .isGreaterThanOrEqualTo(4);
    }
}
