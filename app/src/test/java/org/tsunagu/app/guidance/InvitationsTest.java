package org.tsunagu.app.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.guidance.GuidanceWorld.TODAY;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.contacts.Contacts;
import org.tsunagu.app.mailing.Run;
import org.tsunagu.app.mailing.Runs;
import org.tsunagu.app.tickets.Ticket.State;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.guidance.CourseState;

/// Invitations to guidance: who is chosen, what is sent, who does not answer, and what becomes of a yes
/// and a no.
@ExtendWith(Office.Extension.class)
class InvitationsTest {

    private static final String CHECKUP = TODAY.minusDays(20).toString();
    private static final FiscalYear YEAR = FiscalYear.containing(TODAY.minusDays(20));
    private static final String YEAR_TEXT = Integer.toString(YEAR.year());
    private static final String PLACE = "/guidance/invitations?year=" + YEAR.year();

    /// Candidates with terms for their tickets and a wording, and a nurse on the page.
    private static Visitor nurse(GuidanceWorld world, int people) {
        world.terms(YEAR.year());
        IntStream.rangeClosed(1, people)
                .forEach(n -> world.checkup(n, CHECKUP, n % 2 == 0 ? "2" : "1", "92.3", "78.4"));
        var nurse = world.visitor("nurse");
        assertThat(nurse.get(PLACE).body()).contains("文面はまだありません");
        assertThat(word(nurse, "{name} 様は {deadline} までに {phone} へ。券 {ticket} は {until} まで。{charge}")
                        .path())
                .contains("guidance.wording.saved");
        return nurse;
    }

    private static Visitor.Answer word(Visitor visitor, String body) {
        return visitor.post("/guidance/invitations/wordings", "year", YEAR_TEXT, "title", "特定保健指導のご案内", "body", body);
    }

    private static Visitor.Answer invite(Visitor visitor, String form, String... more) {
        var wording = visitor.get(PLACE).body().replaceAll("(?s).*<select id=\"wording\".*?value=\"([0-9]+)\".*", "$1");
        var fields = new java.util.ArrayList<>(List.of(
                "year",
                YEAR_TEXT,
                "wording",
                wording,
                "deadline",
                TODAY.plusDays(30).toString(),
                "form",
                form));
        fields.addAll(List.of(more));
        return visitor.post("/guidance/invitations", fields.toArray(String[]::new));
    }

    private static Visitor.Answer first(Visitor visitor, int to) {
        return invite(
                visitor,
                UUID.randomUUID().toString(),
                "state",
                "WAITING",
                "from",
                "1",
                "to",
                Integer.toString(to),
                "days",
                "0");
    }

    private static Visitor.Answer reply(
            GuidanceWorld world, Visitor visitor, int member, String outcome, String why, String form) {
        return visitor.post(
                "/guidance/candidates/%d/reply".formatted(world.member(member).value()),
                "year",
                YEAR_TEXT,
                "outcome",
                outcome,
                "way",
                "TELEPHONE",
                "replyOn",
                TODAY.toString(),
                "why",
                why,
                "form",
                form);
    }

    private static List<Candidates.Line> lines(Office office, GuidanceWorld world) {
        return world.as(() -> office.bean(Candidates.class).of(YEAR));
    }

    /// Members of the world by what their line says.
    private static List<String> names(List<Candidates.Line> lines, String state) {
        return lines.stream()
                .filter(line -> line.state().equals(state))
                .map(line -> line.member().name())
                .toList();
    }

    @Test
    void the_first_of_the_order_are_invited_once_with_their_tickets(Office office) {
        var world = GuidanceWorld.of(office, "99600080");
        var nurse = nurse(world, 5);
        var form = UUID.randomUUID().toString();
        var choice = new String[] {"state", "WAITING", "from", "1", "to", "3", "days", "0"};

        assertThat(invite(nurse, form, choice).path()).contains("guidance.invited");
        assertThat(invite(nurse, form, choice).path()).contains("guidance.invited");

        var lines = lines(office, world);
        assertThat(lines)
                .filteredOn(line -> line.state().equals("ASKED"))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.asking().invited()).hasSize(1))
                .allSatisfy(line -> assertThat(line.ranked().place()).isLessThanOrEqualTo(3));
        assertThat(names(lines, "WAITING")).hasSize(2);
        assertThat(office.everything()
                        .queryForObject(
                                "select count(*) from tickets.ticket where insurer_id = ?",
                                Long.class,
                                world.insurer().id().value()))
                .isEqualTo(3);
        var asked = lines.getFirst().member();
        assertThat(nurse.get("/guidance/candidates/%d?year=%s"
                                .formatted(asked.id().value(), YEAR_TEXT))
                        .body())
                .contains("第1版 特定保健指導のご案内")
                .contains("試験 NURSE");
        assertThat(world.visitor("dietitian").get(PLACE).body())
                .as("who may not decide on letters sees the list")
                .contains("案内した人")
                .doesNotContain("案内する人を決めて記録する");
    }

    @Test
    void two_who_invite_the_same_people_at_once_write_to_each_of_them_once(Office office)
            throws InterruptedException, ExecutionException {
        var world = GuidanceWorld.of(office, "99600081");
        nurse(world, 4);
        var wording = world.as(() -> office.bean(InvitationWordings.class).all())
                .getFirst()
                .id();
        var choice = new Invitations.Choice("WAITING", java.util.Optional.empty(), 1, 10, 0);
        var start = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(3)) {
            List<Future<Long>> all = IntStream.range(0, 3)
                    .mapToObj(n -> pool.submit(() -> {
                        start.await();
                        return world.as(() -> office.bean(Invitations.class)
                                .invite(
                                        new Invitations.Wanted(YEAR, wording, TODAY.plusDays(30), UUID.randomUUID()),
                                        choice));
                    }))
                    .toList();
            start.countDown();
            for (var one : all) {
                one.get();
            }
        }

        assertThat(lines(office, world))
                .allSatisfy(line -> assertThat(line.asking().invited()).hasSize(1));
    }

    @Test
    void letters_carry_the_wording_and_the_ticket_and_go_on_after_a_stop(Office office) throws IOException {
        var world = GuidanceWorld.of(office, "99600082");
        var nurse = nurse(world, 4);
        first(nurse, 4);
        reply(world, nurse, 2, "DECLINED", "転居する", UUID.randomUUID().toString());
        var invitation = world.as(() -> office.bean(Invitations.class).of(YEAR))
                .getFirst()
                .id();

        var clerk = world.visitor("clerk");
        clerk.get(PLACE);
        var page = clerk.post("/letters/invitations", "invitation", Long.toString(invitation));
        office.waitForJobs(world.insurer());

        assertThat(page.path()).startsWith("/letters/");
        var run = Long.parseLong(page.path().replaceAll("[^0-9]", ""));
        assertThat(run(office, world, run))
                .returns(Run.Kind.INVITATION, Run::kind)
                .returns(3, Run::printed)
                .returns(1, Run::refused);
        assertThat(clerk.get(page.path()).body()).contains("案内の対象ではありません").contains("指導 2");
        var ticket = world.tickets(1).getFirst().number().digits();
        assertThat(text(office, world, run))
                .contains("特定保健指導のご案内")
                .contains("指導 1 様は")
                .contains(ticket)
                .contains("800円")
                .contains("利用券整理番号");

        var rest = clerk.post("/letters/%d/rest".formatted(run), "from", "2");
        office.waitForJobs(world.insurer());
        var second = Long.parseLong(rest.path().replaceAll("[?].*", "").replaceAll("[^0-9]", ""));
        assertThat(run(office, world, run).printed()).isOne();
        assertThat(run(office, world, second)).returns(2, Run::printed).returns(Run.Kind.INVITATION, Run::kind);
        for (var one : List.of(run, second)) {
            clerk.post("/letters/%d/posted".formatted(one), "day", TODAY.toString(), "sure", "1");
        }
        var member = world.member(1);
        assertThat(world.as(() -> office.bean(Contacts.class).of(member))).hasSize(1);
    }

    private static Run run(Office office, GuidanceWorld world, long id) {
        return office.as(
                        world.insurer(),
                        Role.CLERK,
                        () -> office.bean(Runs.class).find(id))
                .orElseThrow();
    }

    private static String text(Office office, GuidanceWorld world, long run) throws IOException {
        var file = office.bean(Runs.class).pdf(world.insurer().id(), run);
        try (var pdf = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    @Test
    void a_yes_opens_the_course_with_its_ticket_and_application_and_a_no_needs_its_reason(Office office) {
        var world = GuidanceWorld.of(office, "99600083");
        var nurse = nurse(world, 3);
        first(nurse, 3);
        var form = UUID.randomUUID().toString();

        var yes = reply(world, nurse, 1, "ACCEPTED", "", form);
        assertThat(yes.path()).startsWith("/guidance/courses/").contains("guidance.reply.saved");
        var again = reply(world, nurse, 1, "ACCEPTED", "", form);
        assertThat(again.path()).isEqualTo(yes.path());
        var member = world.member(1).value();
        var courses = world.as(() -> office.bean(Guidance.class).of(member));
        assertThat(courses).hasSize(1);
        assertThat(world.summary(courses.getFirst().id()).state()).isEqualTo(CourseState.BOOKED);
        assertThat(world.tickets(1)).extracting(one -> one.state()).containsExactly(State.ISSUED);

        var empty = reply(world, nurse, 2, "DECLINED", " ", UUID.randomUUID().toString());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()).contains("辞退の理由を200文字以下で書いてください");
        reply(world, nurse, 2, "DECLINED", "かかりつけ医で受けている", UUID.randomUUID().toString());
        assertThat(world.tickets(2)).extracting(one -> one.state()).containsExactly(State.VOID);
        var lines = lines(office, world);
        assertThat(names(lines, "REFUSED")).containsExactly("指導 2");
        var page = nurse.get(PLACE).body();
        assertThat(page)
                .contains("<dt>案内した人</dt><dd>3</dd>")
                .contains("<dt>辞退</dt><dd>1</dd>")
                .contains("<dt>利用する</dt><dd>1</dd>");
    }

    @Test
    void who_does_not_answer_is_listed_called_and_invited_again(Office office) {
        var world = GuidanceWorld.of(office, "99600084");
        var nurse = nurse(world, 3);
        first(nurse, 2);
        var asked = names(lines(office, world), "ASKED");
        assertThat(nurse.get(PLACE).body()).as("asked today").contains("返事を待っている方はいません");
        office.everything()
                .update(
                        "update guidance.invitation set day = day - 40, at = at - interval '40 days'"
                                + " where insurer_id = ?",
                        world.insurer().id().value());

        var page = nurse.get(PLACE).body();
        assertThat(page).contains("案内してから30日以上返事のない方").contains("40日");
        assertThat(asked).allSatisfy(name -> assertThat(page).contains(name + "</a>"));
        var called = Integer.parseInt(asked.getFirst().replaceAll("[^0-9]", ""));
        reply(world, nurse, called, "NOT_REACHED", "留守番電話", UUID.randomUUID().toString());
        assertThat(nurse.get(PLACE).body())
                .doesNotContain(asked.getFirst() + "</a>")
                .contains(asked.getLast() + "</a>");

        var again =
                invite(nurse, UUID.randomUUID().toString(), "state", "ASKED", "from", "1", "to", "100", "days", "30");
        assertThat(again.path()).contains("guidance.invited");
        assertThat(lines(office, world))
                .filteredOn(line -> line.member().name().equals(asked.getLast()))
                .singleElement()
                .satisfies(line -> assertThat(line.asking().invited()).hasSize(2));
        assertThat(lines(office, world))
                .filteredOn(line -> line.member().name().equals(asked.getFirst()))
                .singleElement()
                .returns("NOT_REACHED", Candidates.Line::state);
    }

    @Test
    void without_terms_for_its_ticket_nobody_is_invited(Office office) {
        var world = GuidanceWorld.of(office, "99600085");
        world.checkup(1, CHECKUP, "1", "92.3", "78.4");
        var nurse = world.visitor("nurse");
        assertThat(nurse.get(PLACE).body()).contains("利用券の発行条件が登録されていないか");
        word(nurse, "{name}");
        var wording = world.as(() -> office.bean(InvitationWordings.class).all())
                .getFirst()
                .id();

        var refused = nurse.post(
                "/guidance/invitations",
                "year",
                YEAR_TEXT,
                "wording",
                Long.toString(wording),
                "deadline",
                TODAY.plusDays(3).toString(),
                "form",
                UUID.randomUUID().toString(),
                "state",
                "WAITING",
                "from",
                "1",
                "to",
                "9",
                "days",
                "0");

        assertThat(refused.path()).contains("guidance.problem.nobody");
        assertThat(names(lines(office, world), "WAITING")).hasSize(1);
    }
}
