package org.tsunagu.app.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.tickets.TicketPeople.YEAR;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.mailing.Run;
import org.tsunagu.app.mailing.Runs;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.tickets.TicketKind.Family;

/// A clerk's year with tickets: terms, issue, letters, export, and what happens to single tickets.
@ExtendWith(Office.Extension.class)
class TicketPagesTest {

    private static final String PAGE = "/tickets/" + YEAR.year();
    private static final List<String> TERMS = List.of(
            "kind",
            "1",
            "until",
            "",
            "contract",
            "COLLECTIVE_A",
            "coordinator",
            "見本協議会",
            "agency",
            "94899010",
            "address",
            "架空県架空市本町1-1",
            "phone",
            "000-000-0000",
            "chargeBASIC",
            "NONE",
            "numberBASIC",
            "",
            "chargeDETAILED",
            "RATE",
            "numberDETAILED",
            "30",
            "chargeADDITIONAL",
            "CAP",
            "numberADDITIONAL",
            "5000",
            "chargeDOCK",
            "FIXED",
            "numberDOCK",
            "800");
    /// More for measuring by hand: `-Dtsunagu.tickets=10000`.
    private static final int MANY = Integer.getInteger("tsunagu.tickets", 12);

    private static String[] terms(String... changes) {
        var fields = new ArrayList<>(TERMS);
        for (var i = 0; i < changes.length; i += 2) {
            fields.set(fields.indexOf(changes[i]) + 1, changes[i + 1]);
        }
        return fields.toArray(String[]::new);
    }

    private static Visitor clerk(Office office, String number) {
        var visitor = new Visitor(office);
        visitor.logIn(number + "-clerk", Office.PASSWORD);
        return visitor;
    }

    private static Insurer issued(Office office, String number, int count) {
        var insurer = office.insurer(number);
        TicketPeople.many(office, insurer, count);
        TicketPeople.terms(office, insurer, Family.CHECKUP, "1");
        office.as(insurer, Role.CLERK, () -> office.bean(Batches.class).start(YEAR));
        office.waitForJobs(insurer);
        return insurer;
    }

    private static Run run(Office office, Insurer insurer, long id) {
        office.waitForJobs(insurer);
        return office.as(insurer, Role.CLERK, () -> office.bean(Runs.class).find(id))
                .orElseThrow();
    }

    @Test
    void terms_are_set_tickets_issued_and_taken_out_with_a_purpose(Office office) {
        var insurer = office.insurer("99500115");
        var people = TicketPeople.many(office, insurer, 3);
        var clerk = clerk(office, "99500115");
        assertThat(clerk.get(PAGE).body()).contains("発行条件がまだありません").contains("3人です");

        assertThat(clerk.post(PAGE + "/terms/CHECKUP", terms("until", "いつか", "numberDETAILED", "130"))
                        .status())
                .isEqualTo(422);
        assertThat(clerk.post(
                                PAGE + "/terms/CHECKUP",
                                terms("until", YEAR.lastDay().toString()))
                        .body())
                .contains("発行条件を登録しました")
                .contains("費用の30%");
        assertThat(clerk.post(PAGE + "/issue").path()).contains("tickets.issue.begun");
        office.waitForJobs(insurer);

        assertThat(clerk.get(PAGE).body()).contains("3枚を発行");
        assertThat(clerk.get(PAGE + "/people?part=TARGET").body())
                .contains("見本 花子")
                .contains("EL-T-1");
        assertThat(clerk.post(PAGE + "/export", "family", "CHECKUP").path()).contains("tickets.problem.purpose");
        assertThat(clerk.post(PAGE + "/export", "family", "CHECKUP", "purpose", "REPORT")
                        .body())
                .contains("00000001,受診券")
                .contains("詳細健診費用の30%");
        assertThat(office.as(
                        insurer,
                        Role.AUDITOR,
                        () -> office.bean(Audit.class).latest(people.getFirst(), Optional.empty(), Long.MAX_VALUE, 50)))
                .extracting(Audit.Shown::place)
                .contains("/tickets/issue", "/tickets/people", "/tickets/export");
    }

    @Test
    void a_printer_stopped_in_the_middle_goes_on_with_the_rest_and_nobody_is_written_to_twice(Office office)
            throws Exception {
        var insurer = issued(office, "99500123", MANY);
        var clerk = clerk(office, "99500123");
        var begun = System.nanoTime();
        var path = clerk.post("/letters/tickets", "letter", "TICKET", "year", Integer.toString(YEAR.year()))
                .path();
        var first = run(office, insurer, Long.parseLong(path.replaceFirst("/letters/", "")));
        System.out.printf("ticket letters %d: %d ms%n", MANY, (System.nanoTime() - begun) / 1_000_000);
        assertThat(first.printed()).isEqualTo(MANY);

        assertThat(clerk.post("/letters/%d/rest".formatted(first.id()), "from", "まん中")
                        .status())
                .isEqualTo(422);
        var rest = clerk.post(
                        "/letters/%d/rest".formatted(first.id()), "from", "%d-%06d".formatted(first.id(), MANY - 3))
                .path();
        var second = run(office, insurer, Long.parseLong(rest.replaceAll("\\D*(\\d+).*", "$1")));

        assertThat(second.printed()).isEqualTo(4);
        assertThat(run(office, insurer, first.id()).printed()).isEqualTo(MANY - 4);
        var runs = office.bean(Runs.class);
        var all = office.as(insurer, Role.CLERK, () -> {
            var people = new ArrayList<>(runs.printed(first.id()));
            people.addAll(runs.printed(second.id()));
            return people;
        });
        assertThat(all).hasSize(MANY).doesNotHaveDuplicates();
        try (var pdf = Loader.loadPDF(runs.pdf(insurer.id(), second.id()).toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(4);
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("架空市中央1-" + MANY, "整理番号", "見本保険者協議会", "800円");
        }
    }

    @Test
    void a_lost_ticket_is_issued_again_and_only_the_new_one_is_printed(Office office) throws Exception {
        var insurer = issued(office, "99500131", 2);
        var member = office.as(
                        insurer, Role.CLERK, () -> office.bean(Tickets.class).usable(YEAR, Family.CHECKUP, 0))
                .getFirst();
        var id = Long.toString(member.owner().value());
        var clerk = clerk(office, "99500131");
        var at = "/tickets/one/%d/".formatted(member.id());

        assertThat(clerk.post(at + "lost", "member", id).path()).contains("tickets.problem.why");
        assertThat(clerk.post(at + "lost", "member", id, "why", "<b>紛失</b>").body())
                .contains("紛失を記録しました")
                .contains("&lt;b&gt;紛失");
        assertThat(clerk.post(at + "reissue", "member", id, "why", "紛失のため").body())
                .contains("再発行により無効");
        assertThat(clerk.post(at + "void", "member", id, "why", "もう一度").path()).contains("tickets.problem.state");
        var path = clerk.post("/letters/tickets", "letter", "TICKET", "year", "" + YEAR.year(), "member", id)
                .path();
        var run = run(office, insurer, Long.parseLong(path.replaceFirst("/letters/", "")));

        var fresh = office.as(
                        insurer, Role.CLERK, () -> office.bean(Tickets.class).of(new MemberId(Long.parseLong(id))))
                .getFirst();
        try (var pdf = Loader.loadPDF(
                office.bean(Runs.class).pdf(insurer.id(), run.id()).toFile())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(fresh.number().digits())
                    .doesNotContain(member.number().digits());
        }
    }

    @Test
    void an_exclusion_needs_evidence_and_neither_strangers_nor_providers_see_anything(Office office) {
        var insurer = issued(office, "99500149", 1);
        office.insurer("99500156");
        var owner = office.as(
                        insurer, Role.CLERK, () -> office.bean(Tickets.class).usable(YEAR, Family.CHECKUP, 0))
                .getFirst()
                .owner()
                .value();
        var page = "/tickets/members/" + owner;
        var clerk = clerk(office, "99500149");

        assertThat(clerk.post(page + "/exclusions", "code", "ABROAD", "from", "R8.4.1")
                        .status())
                .isEqualTo(422);
        assertThat(clerk.post(
                                page + "/exclusions",
                                "code",
                                "ABROAD",
                                "from",
                                YEAR.firstDay().toString(),
                                "document",
                                "住民票")
                        .body())
                .contains("除外を記録しました")
                .contains("証拠：住民票");
        var stranger = clerk(office, "99500156");
        assertThat(stranger.get(page).status()).isEqualTo(404);
        assertThat(stranger.post("/tickets/one/1/void", "member", "" + owner, "why", "x")
                        .path())
                .contains("tickets.problem.state");
        var provider = new Visitor(office);
        provider.logIn("99500149-provider", Office.PASSWORD);
        assertThat(provider.get(PAGE).status()).isEqualTo(403);
        assertThat(provider.get(page).status()).isEqualTo(403);
    }
}
