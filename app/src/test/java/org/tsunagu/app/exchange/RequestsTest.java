package org.tsunagu.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.consent.Consent;
import org.tsunagu.app.consent.Consents;
import org.tsunagu.app.consent.Statement;
import org.tsunagu.app.exchange.Request.State;
import org.tsunagu.app.exchange.Requests.Outcome;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.rules.legal.Act;
import org.tsunagu.rules.legal.Recipient;

/// Requests to employers and other insurers: on which ground, about whom, and what has come.
@ExtendWith(Office.Extension.class)
class RequestsTest {

    @TempDir
    Path folder;

    private static Progress progress(Office office, Staff staff, long id) {
        return office.as(
                staff.insurer,
                Role.CLERK,
                () -> office.bean(Requests.class).find(id).orElseThrow());
    }

    @Test
    void an_employer_is_asked_for_its_staff_of_40_to_74_and_results_are_counted_however_they_come(Office office)
            throws IOException {
        var staff = Staff.of(office, folder, "06990014");
        var employer = staff.known();
        var id = staff.sent("EMPLOYER_40", employer);
        var today = LocalDate.now(office.bean(Clock.class));

        var before = progress(office, staff, id);
        assertThat(before.phase()).isEqualTo("SENT");
        assertThat(before.request().grounds()).isEqualTo("L01");
        var people = office.as(
                staff.insurer, Role.CLERK, () -> office.bean(Requests.class).people(before.request()));
        assertThat(people).isNotEmpty().allSatisfy(one -> {
            assertThat(one.member().employer()).isEqualTo(staff.employer);
            assertThat(Dates.age(one.member().birth(), today)).isBetween(40, 74);
        });
        assertThat(office.as(
                        staff.insurer,
                        Role.CLERK,
                        () -> office.bean(Tasks.class).byKind()))
                .containsEntry(TaskKind.REQUEST, 1);

        var file = folder.resolve("any-way.csv");
        Files.write(file, staff.file(staff.rows));
        office.receive(staff.insurer, file);
        office.waitForJobs(staff.insurer);

        var after = progress(office, staff, id);
        assertThat(after.arrived()).isGreaterThan(before.arrived());
        assertThat(after.phase()).isIn("PARTLY", "COMPLETE");
    }

    @Test
    void nothing_is_asked_for_without_an_address_and_nobody_is_asked_for_twice(Office office) {
        var staff = Staff.of(office, folder, "06990022");
        var nameless = staff.another();
        office.as(staff.insurer, Role.CLERK, () -> {
            var requests = office.bean(Requests.class);
            var id = requests.add(staff.draft("EMPLOYER_40", nameless.id()));
            assertThat(requests.send(id, 1)).isIn(Outcome.NO_ADDRESS, Outcome.NOBODY);
            assertThat(requests.find(id).orElseThrow().request().state()).isEqualTo(State.DRAFT);
            return 0;
        });
        var sent = staff.known();
        office.as(staff.insurer, Role.CLERK, () -> {
            var requests = office.bean(Requests.class);
            var other = requests.add(staff.draft("EMPLOYER_40", sent.id()));
            assertThat(requests.send(other, 1)).isEqualTo(Outcome.DONE);
            assertThat(requests.send(other, 1)).isEqualTo(Outcome.CHANGED);
            assertThat(requests.send(other, 2)).isEqualTo(Outcome.CHANGED);
            assertThat(requests.remind(other, 2)).isEqualTo(Outcome.DONE);
            assertThat(requests.move(other, 3, State.REFUSED, "保存していない")).isEqualTo(Outcome.DONE);
            assertThat(requests.past(other))
                    .extracting(Requests.Past::what)
                    .containsExactly("DRAFT", "SENT", "REMINDED", "REFUSED");
            return 0;
        });
        assertThat(office.as(
                        staff.insurer,
                        Role.CLERK,
                        () -> office.bean(Tasks.class).byKind()))
                .doesNotContainKey(TaskKind.REQUEST);
    }

    @Test
    void under_40_is_a_request_of_its_own_with_a_ground_of_its_own(Office office) {
        var staff = Staff.of(office, folder, "06990030");
        var id = staff.sent("EMPLOYER_UNDER_40", staff.known());
        var today = LocalDate.now(office.bean(Clock.class));

        var progress = progress(office, staff, id);
        assertThat(progress.request().grounds()).isEqualTo("L03");
        assertThat(office.as(
                        staff.insurer,
                        Role.CLERK,
                        () -> office.bean(Requests.class).people(progress.request())))
                .isNotEmpty()
                .allSatisfy(one ->
                        assertThat(Dates.age(one.member().birth(), today)).isLessThan(40));
    }

    @Test
    void a_request_of_a_federation_is_written_down_and_answered(Office office) {
        var staff = Staff.of(office, folder, "06990048");
        var today = LocalDate.now(office.bean(Clock.class));
        office.as(staff.insurer, Role.CLERK, () -> {
            var requests = office.bean(Requests.class);
            var id = requests.add(new Request(
                    0,
                    Scheme.find("ASKED_BY_KENPOREN").orElseThrow(),
                    0,
                    new Request.Other("", "健康保険組合連合会", "", ""),
                    staff.year,
                    today,
                    today.plusDays(30),
                    State.RECEIVED,
                    "",
                    "医療費の年齢別の状況",
                    Optional.empty(),
                    1));
            assertThat(requests.move(id, 1, State.ANSWERED, "集計表を送付")).isEqualTo(Outcome.DONE);
            assertThat(requests.find(id).orElseThrow().request().grounds()).isEqualTo("L06");
            return 0;
        });
    }

    @Test
    void the_letter_quotes_the_article_and_lists_the_people(Office office) {
        var staff = Staff.of(office, folder, "06990055");
        var id = staff.sent("EMPLOYER_40", staff.known());
        var progress = progress(office, staff, id);
        var pdf = new ByteArrayOutputStream();
        office.as(staff.insurer, Role.CLERK, () -> {
            office.bean(RequestLetters.class).write(progress, "WORK", pdf);
            assertThat(office.bean(Requests.class).ground(progress.request(), java.util.Locale.JAPANESE))
                    .anySatisfy(words -> assertThat(words).contains("第27条第2項"));
            return 0;
        });
        assertThat(pdf.toString(StandardCharsets.ISO_8859_1)).startsWith("%PDF").hasSizeGreaterThan(10_000);
    }

    @Test
    void pages_are_for_clerks_and_lists_leave_with_a_purpose(Office office) {
        var staff = Staff.of(office, folder, "06990063");
        var id = staff.sent("EMPLOYER_40", staff.known());
        var clerk = new Visitor(office);
        clerk.logIn("06990063-clerk", Office.PASSWORD);

        assertThat(clerk.get("/requests").body()).contains("架空商事", "依頼済み");
        assertThat(clerk.get("/requests/" + id).body()).contains("第27条第2項", "第27条第1項第1号", "まだ届いていません");
        assertThat(clerk.post("/requests/" + id + "/people", "purpose", "").path())
                .contains("exchange.problem.purpose");
        assertThat(clerk.post("/requests/" + id + "/people", "purpose", "GUIDANCE")
                        .body())
                .contains("birth_date");
        assertThat(clerk.get("/requests/new?scheme=FORMER_INSURER").status()).isEqualTo(200);
        assertThat(clerk.post(
                                "/requests",
                                "scheme",
                                "FORMER_INSURER",
                                "number",
                                "06990063",
                                "name",
                                "自分",
                                "year",
                                "2025",
                                "deadline",
                                "2099-03-31")
                        .body())
                .contains("自分の保険者番号です");
        assertThat(clerk.post("/requests", "scheme", "FORMER_INSURER", "number", "06990064", "name", "別の組合")
                        .body())
                .contains("検証番号");
        assertThat(clerk.get("/requests/employers").body()).contains(staff.employer);
        assertThat(clerk.get("/requests/wordings").body()).contains("{law}");
        assertThat(clerk.post("/requests/wordings", "kind", "EMPLOYER", "title", "件名", "body", "{lawful}")
                        .status())
                .isEqualTo(422);
        var nurse = new Visitor(office);
        nurse.logIn("06990063-nurse", Office.PASSWORD);
        assertThat(nurse.get("/requests").status()).isEqualTo(403);
        assertThat(List.of(
                        nurse.get("/requests/" + id).status(),
                        nurse.get("/employer").status()))
                .containsOnly(403);
    }

    @Test
    void who_objects_after_the_sending_stands_in_no_further_letter(Office office) {
        var staff = Staff.of(office, folder, "06990394");
        var today = LocalDate.now(office.bean(Clock.class));
        var people = office.everything()
                .queryForList(
                        "select id from membership.member where insurer_id = ? and extract(year from age(current_date,"
                                + " birth)) between 43 and 70 order by id limit 3",
                        Long.class,
                        staff.insurer.id().value());
        office.everything()
                .update(
                        "insert into membership.transfer select insurer_id, member_id, max(from_day), 'IN', '06990014',"
                                + " null, null from membership.coverage where member_id = any(?) group by 1, 2"
                                + " on conflict (insurer_id, member_id, covered_from, direction)"
                                + " do update set other_insurer = excluded.other_insurer",
                        (Object) people.toArray(Long[]::new));
        office.as(staff.insurer, Role.CLERK, () -> {
            var requests = office.bean(Requests.class);
            var id = requests.add(new Request(
                    0,
                    Scheme.find("FORMER_INSURER").orElseThrow(),
                    0,
                    new Request.Other("06990014", "前の組合", "000-0001", "架空市一丁目"),
                    staff.year,
                    today,
                    today.plusDays(30),
                    State.DRAFT,
                    "",
                    "",
                    Optional.empty(),
                    1));
            assertThat(requests.send(id, 1)).isEqualTo(Outcome.DONE);
            assertThat(asked(requests, id)).containsExactlyInAnyOrderElementsOf(people);

            object(office, people.get(0));
            assertThat(requests.remind(id, 2)).isEqualTo(Outcome.DONE);
            assertThat(asked(requests, id)).containsExactlyInAnyOrder(people.get(1), people.get(2));

            object(office, people.get(1));
            assertThat(office.bean(RequestLetters.class)
                            .problem(requests.find(id).orElseThrow()))
                    .isEmpty();
            assertThat(asked(requests, id)).containsExactly(people.get(2));
            return 0;
        });
    }

    private static List<Long> asked(Requests requests, long id) {
        return requests.people(requests.find(id).orElseThrow().request()).stream()
                .map(one -> one.member().id().value())
                .toList();
    }

    private static void object(Office office, long member) {
        office.bean(Consents.class)
                .say(new Statement(
                        new MemberId(member),
                        Act.WITHDRAW,
                        "FORMER_INSURER",
                        Recipient.ANYBODY,
                        Set.of(),
                        LocalDate.now(office.bean(Clock.class)),
                        Optional.empty(),
                        new Statement.How(Consent.Asked.PHONE, Statement.Proxy.NOBODY, "試験", "v1", "ja", ""),
                        0,
                        UUID.randomUUID()));
    }
}
