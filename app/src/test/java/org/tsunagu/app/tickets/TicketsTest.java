package org.tsunagu.app.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tsunagu.app.tickets.TicketPeople.TODAY;
import static org.tsunagu.app.tickets.TicketPeople.YEAR;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.ChainCheck;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.Steps;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.tickets.Ticket.Invalid;
import org.tsunagu.app.tickets.Ticket.State;
import org.tsunagu.app.tickets.TicketKind.Family;
import org.tsunagu.codes.ticket.TicketNumber;

/// Tickets: nobody gets two, and one that does not count is refused with the reason.
@ExtendWith(Office.Extension.class)
class TicketsTest {

    private static final int MANY = 1100;

    private static Optional<Batches.Refused> start(Office office, Insurer insurer) {
        return office.as(insurer, Role.CLERK, () -> office.bean(Batches.class).start(YEAR));
    }

    private static List<Ticket> issued(Office office, Insurer insurer) {
        return office.as(insurer, Role.CLERK, () -> office.bean(Tickets.class).usable(YEAR, Family.CHECKUP, 0));
    }

    private static Ticket ticket(Office office, Insurer insurer, long member) {
        return office.as(insurer, Role.CLERK, () -> office.bean(Tickets.class).of(new MemberId(member)))
                .getFirst();
    }

    private static Optional<Invalid> check(Office office, Insurer insurer, Tickets.Presented presented) {
        return office.bean(Tickets.class).check(insurer, presented).invalid();
    }

    private static Tickets.Presented presented(Ticket ticket) {
        return new Tickets.Presented(ticket.number().digits(), "", Optional.of(ticket.owner()), TODAY);
    }

    private static Steps steps(Office office, Insurer insurer) {
        return (step, done, total, work) ->
                office.bean(TenantTransactions.class).run(insurer.id(), work);
    }

    @Test
    void everybody_eligible_gets_one_ticket_with_numbers_in_a_row(Office office) {
        var insurer = office.insurer("99500040");
        var people = TicketPeople.many(office, insurer, 3);
        assertThat(start(office, insurer)).hasValue(Batches.Refused.NO_TERMS);
        TicketPeople.terms(office, insurer, Family.CHECKUP, "5");

        assertThat(start(office, insurer)).isEmpty();
        office.waitForJobs(insurer);
        start(office, insurer);
        office.waitForJobs(insurer);

        var year = "%02d".formatted(YEAR.year() % 100);
        assertThat(issued(office, insurer))
                .extracting(ticket -> ticket.number().digits())
                .containsExactly(year + "500000001", year + "500000002", year + "500000003");
        assertThat(ticket(office, insurer, people.getFirst()).terms().charges())
                .extracting(Charge::code, Charge::yen)
                .containsOnly(org.assertj.core.groups.Tuple.tuple("2", 800));
        assertThat(office.bean(ChainCheck.class).of(insurer.id()).isWhole()).isTrue();
    }

    @Test
    void a_job_killed_in_the_middle_and_done_by_many_at_once_issues_nobody_two(Office office) throws Exception {
        var insurer = office.insurer("99500057");
        TicketPeople.many(office, insurer, MANY);
        TicketPeople.terms(office, insurer, Family.CHECKUP, "1");
        var batch = office.everything()
                .queryForObject(
                        "insert into tickets.batch (insurer_id, fiscal_year, terms_id, state, created_at, created_by)"
                                + " select insurer_id, fiscal_year, id, 'GIVEN_UP', now(), 'test' from tickets.terms"
                                + " where insurer_id = ? returning id",
                        Long.class,
                        insurer.id().value());
        var job = new Job(0, insurer.id(), Batches.JOB, Long.toString(batch), "RUNNING", "", 0, 0);
        var work = office.bean(IssueJob.class);
        var first = steps(office, insurer);

        assertThatThrownBy(() -> work.work(job, (step, done, total, some) -> {
                    first.commit(step, done, total, some);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(issued(office, insurer)).hasSizeBetween(1, MANY - 1);
        try (var workers = Executors.newFixedThreadPool(4)) {
            var all = new java.util.ArrayList<Callable<Integer>>();
            for (var i = 0; i < 4; i++) {
                all.add(() -> {
                    work.work(job, steps(office, insurer));
                    return 0;
                });
            }
            workers.invokeAll(all).forEach(done -> assertThat(done.state()).isEqualTo(Future.State.SUCCESS));
        }

        var tickets = issued(office, insurer);
        assertThat(tickets).hasSize(MANY);
        assertThat(tickets.stream().map(Ticket::owner).distinct()).hasSize(MANY);
        assertThat(tickets.getLast().number().digits())
                .as("no number is wasted")
                .endsWith("00001100");
    }

    @Test
    void the_same_issue_asked_for_twice_at_once_is_one(Office office) throws Exception {
        var insurer = office.insurer("99500065");
        TicketPeople.many(office, insurer, 20);
        TicketPeople.terms(office, insurer, Family.CHECKUP, "1");
        try (var workers = Executors.newFixedThreadPool(4)) {
            var all = java.util.Collections.nCopies(
                    8, (Callable<Optional<Batches.Refused>>) () -> start(office, insurer));
            workers.invokeAll(all).forEach(done -> assertThat(done.state()).isEqualTo(Future.State.SUCCESS));
        }
        office.waitForJobs(insurer);

        assertThat(issued(office, insurer)).hasSize(20);
    }

    @Test
    void a_ticket_that_does_not_count_is_refused_with_the_reason(Office office) {
        var insurer = office.insurer("99500073");
        var people = TicketPeople.many(office, insurer, 5);
        TicketPeople.terms(office, insurer, Family.CHECKUP, "1");
        start(office, insurer);
        office.waitForJobs(insurer);
        var good = ticket(office, insurer, people.get(0));
        var number = good.number().digits();

        assertThat(check(office, insurer, presented(good))).isEmpty();
        assertThat(check(office, insurer, new Tickets.Presented("2610000001", "", Optional.empty(), TODAY)))
                .hasValue(Invalid.MALFORMED);
        assertThat(check(office, insurer, new Tickets.Presented(number, "99500081", Optional.empty(), TODAY)))
                .hasValue(Invalid.OTHER_INSURER);
        assertThat(check(office, insurer, new Tickets.Presented("99100000001", "", Optional.empty(), TODAY)))
                .hasValue(Invalid.UNKNOWN);
        assertThat(check(
                        office,
                        insurer,
                        new Tickets.Presented(number, "", Optional.of(new MemberId(people.get(1))), TODAY)))
                .hasValue(Invalid.OTHER_PERSON);
        assertThat(check(office, insurer, new Tickets.Presented(number, "", Optional.empty(), TODAY.minusDays(1))))
                .hasValue(Invalid.BEFORE_ISSUE);
        assertThat(check(
                        office,
                        insurer,
                        new Tickets.Presented(
                                number, "", Optional.empty(), YEAR.lastDay().plusDays(1))))
                .hasValue(Invalid.EXPIRED);
        office.everything()
                .update(
                        "update membership.coverage set to_day = ? where member_id = ?",
                        java.sql.Date.valueOf(TODAY.minusDays(1)),
                        people.get(0));
        assertThat(check(office, insurer, presented(good))).hasValue(Invalid.NOT_COVERED);
        var other = office.insurer("99500081");
        assertThat(office.bean(Tickets.class).find(other.id(), good.number())).isEmpty();
    }

    @Test
    void void_lost_and_replaced_tickets_count_no_more_and_the_history_says_why(Office office) {
        var insurer = office.insurer("99500099");
        var people = TicketPeople.many(office, insurer, 3);
        TicketPeople.terms(office, insurer, Family.CHECKUP, "1");
        start(office, insurer);
        office.waitForJobs(insurer);
        var tickets = office.bean(Tickets.class);
        var ended = ticket(office, insurer, people.get(0));
        var lost = ticket(office, insurer, people.get(1));

        office.as(insurer, Role.CLERK, () -> tickets.end(ended.id(), State.VOID, "資格の誤り"));
        office.as(insurer, Role.CLERK, () -> tickets.end(lost.id(), State.LOST, "本人から電話"));
        assertThat(check(office, insurer, presented(ended))).hasValue(Invalid.VOID);
        assertThat(check(office, insurer, presented(lost))).hasValue(Invalid.LOST);
        office.as(insurer, Role.CLERK, () -> tickets.reissue(lost.id(), "紛失のため"));

        assertThat(check(office, insurer, presented(lost))).hasValue(Invalid.REISSUED);
        var fresh = ticket(office, insurer, people.get(1));
        assertThat(fresh.number()).isNotEqualTo(lost.number());
        assertThat(check(office, insurer, presented(fresh))).isEmpty();
        assertThat(office.as(insurer, Role.CLERK, () -> tickets.history(new MemberId(people.get(1)))))
                .extracting(Tickets.Event::state, Tickets.Event::note)
                .contains(org.assertj.core.groups.Tuple.tuple(State.REISSUED, "紛失のため"));
        assertThat(office.as(insurer, Role.CLERK, () -> tickets.reissue(ended.id(), "誤って無効にした")))
                .as("the owner of a void ticket may have another one")
                .isPresent();
        assertThat(check(office, insurer, presented(ended))).hasValue(Invalid.REISSUED);
        assertThat(check(office, insurer, presented(ticket(office, insurer, people.get(0)))))
                .isEmpty();
        assertThat(office.as(insurer, Role.CLERK, () -> tickets.reissue(ended.id(), "もう一度")))
                .as("one that was replaced stays so")
                .isEmpty();
    }

    @Test
    void a_guidance_ticket_is_issued_once_and_used(Office office) {
        var insurer = office.insurer("99500107");
        var member = new MemberId(TicketPeople.many(office, insurer, 1).getFirst());
        var tickets = office.bean(Tickets.class);
        assertThat(tickets.issueGuidance(insurer.id(), member, YEAR, "3", "guidance"))
                .isEmpty();
        TicketPeople.terms(office, insurer, Family.GUIDANCE, "2");

        var first = tickets.issueGuidance(insurer.id(), member, YEAR, "3", "guidance");
        var second = tickets.issueGuidance(insurer.id(), member, YEAR, "3", "guidance");

        assertThat(first.map(Ticket::number)).isPresent().isEqualTo(second.map(Ticket::number));
        assertThat(first.orElseThrow().number().kind()).isEqualTo('3');
        assertThat(tickets.use(insurer.id(), first.get().number(), "初回面接", "intake"))
                .isTrue();
        assertThat(tickets.use(insurer.id(), first.get().number(), "初回面接", "intake"))
                .isFalse();
        assertThat(tickets.find(insurer.id(), TicketNumber.of("26300000099").orElseThrow()))
                .isEmpty();
    }
}
