package org.tsunagu.app.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.app.guidance.CourseDue;
import org.tsunagu.app.settlement.Ground.Holds;
import org.tsunagu.app.settlement.Ground.Outcome;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.guidance.CourseKind;
import org.tsunagu.rules.guidance.CourseRules;
import org.tsunagu.rules.guidance.GuidanceTables;
import org.tsunagu.rules.guidance.Settlement;
import org.tsunagu.rules.guidance.Share;

/// Which claims are paid and which go back for what, rule by rule.
class ClaimCheckTest {

    @ParameterizedTest(name = "{0}: {1} {2} {3}")
    @CsvSource({
        "nothing, PAY, , ",
        "a number without its zeros, PAY, , ",
        "a warning only, PAY, , ",
        "another insurer, RETURN, 05, INSURER",
        "returned by the agency, RETURN, 09, RETURNED",
        "returned by an insurer, WAIT, , RETURNED",
        "a wrong form, RETURN, 09, FORM",
        "a wrong sum, RETURN, 09, ARITHMETIC",
        "another person than the result, RETURN, 09, PAIR",
        "no result, RETURN, 09, RESULT",
        "a refused result, RETURN, 09, RESULT_TAKEN",
        "nobody's number, RETURN, 04, PERSON",
        "a result that waits for its person, WAIT, , PERSON",
        "left before, RETURN, 06, COVERED",
        "missing items, RETURN, 09, COMPLETE",
        "a result not kept, WAIT, , COMPLETE",
        "no ticket number, RETURN, 02, TICKET",
        "a ticket not in the ledger, RETURN, 02, TICKET",
        "no ledger, WAIT, , TICKET",
        "somebody else's ticket, RETURN, 02, TICKET_OWNER",
        "a guidance ticket, RETURN, 02, TICKET_KIND",
        "an expired ticket, RETURN, 09, TICKET_VALID",
        "a void ticket, RETURN, 09, TICKET_VALID",
        "no contract, RETURN, 09, CONTRACT",
        "a contract of another year, RETURN, 09, CONTRACT",
        "a wrong price, RETURN, 09, PRICE",
        "an item not agreed, RETURN, 09, PRICE",
        "another charge, RETURN, 09, TICKET_CHARGE",
        "paid before, RETURN, 07, ONCE"
    })
    void what_is_wrong_decides(String what, Outcome outcome, String reason, Rule rule) {
        var grounds = ClaimCheck.of(new ClaimCase().with(what).known());

        assertThat(Ground.outcome(grounds)).isEqualTo(outcome);
        assertThat(Ground.reason(grounds)).isEqualTo(reason == null ? "" : reason);
        var failing = grounds.stream()
                .filter(ground -> ground.holds() != Holds.YES)
                .map(Ground::rule)
                .toList();
        if (rule == null) {
            assertThat(failing).isEmpty();
        } else {
            assertThat(failing).contains(rule);
        }
        assertThat(grounds).extracting(Ground::rule).doesNotHaveDuplicates();
    }

    @Test
    void an_individual_contract_may_pay_without_a_ticket() {
        var one = new ClaimCase().with("no ticket number");
        one.contracts = List.of(ClaimCase.contract(false));

        assertThat(Ground.outcome(ClaimCheck.of(one.known()))).isEqualTo(Outcome.PAY);
    }

    @ParameterizedTest(name = "level 1, timing {0}, {1} %: {2}")
    @CsvSource({"1, 40, PAY", "1, 80, RETURN", "2, 60, PAY", "3, 50, PAY", "3, 60, RETURN", "4, 60, WAIT"})
    void guidance_is_paid_by_the_share_of_its_stage(String timing, int rate, Outcome outcome) {
        assertThat(Ground.outcome(ClaimCheck.of(ClaimCase.guidance(timing, rate).known())))
                .isEqualTo(outcome);
    }

    @ParameterizedTest(name = "agreed 50, claimed {0} %: {1}")
    @CsvSource({"50, PAY", "40, RETURN"})
    void a_share_of_the_contract_goes_before_the_usual_one(int rate, Outcome outcome) {
        var one = ClaimCase.guidance("1", rate);
        var usual = one.contracts.getFirst();
        one.contracts = List.of(
                usual.with(usual.prices(), usual.charges(), List.of(new AgreedShare("1", "FIRST_INTERVIEW", 50))));
        one.unit = 10000;
        one.course = Optional.of(course(CourseKind.ACTIVE, "FIRST_INTERVIEW"));

        assertThat(Ground.outcome(ClaimCheck.of(one.known()))).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "agreed 60 of the first interview, ended midway, claimed {0} % and {1} yen: {2}")
    @CsvSource({"50, 5000, RETURN", "40, 4000, PAY", "40, 5000, RETURN"})
    void a_course_that_ends_early_costs_no_more_than_the_whole(int rate, long yen, Outcome outcome) {
        var one = ClaimCase.guidance("3", rate);
        var usual = one.contracts.getFirst();
        one.contracts = List.of(
                usual.with(usual.prices(), usual.charges(), List.of(new AgreedShare("1", "FIRST_INTERVIEW", 60))));
        one.unit = yen;
        one.course = Optional.of(course(CourseKind.ACTIVE, "INTERRUPTED"));

        assertThat(Ground.outcome(ClaimCheck.of(one.known()))).isEqualTo(outcome);
    }

    @Test
    void a_ticket_that_was_over_at_the_evaluation_is_no_ground_to_return_it() {
        var one = ClaimCase.guidance("2", 60);
        one.onFile = one.onFile.map(
                ticket -> new TicketOnFile(ticket.memberId(), ticket.serves(), "EXPIRED", ticket.charges()));

        assertThat(Ground.outcome(ClaimCheck.of(one.known()))).isEqualTo(Outcome.WAIT);

        one = ClaimCase.guidance("1", 40);
        one.onFile = one.onFile.map(
                ticket -> new TicketOnFile(ticket.memberId(), ticket.serves(), "EXPIRED", ticket.charges()));
        assertThat(Ground.outcome(ClaimCheck.of(one.known()))).isEqualTo(Outcome.RETURN);
    }

    private static CourseDue course(CourseKind kind, String stage) {
        var agreed = new Settlement(List.of(), new CourseRules(new GuidanceTables(List.of())))
                .agreed(ClaimCase.DAY, kind.code(), stage)
                .orElseThrow();
        var share = agreed.isByPoints() ? new Share(BigDecimal.ONE, new BigDecimal(4)) : Share.of(agreed.share());
        var reason = new Reason(ReasonCode.SHARE, stage, "", agreed.basis(), "", "", Map.of());
        var payable = new Settlement.Payable(stage, agreed.claim(), agreed, share, reason);
        return new CourseDue(
                1,
                7,
                2024,
                ClaimCase.DAY,
                kind,
                Optional.of(ClaimCase.DAY),
                new Decision<>(List.of(payable), true, List.of(), List.of()));
    }

    @ParameterizedTest(name = "{0} % of timing {1}, {2} yen, recorded {3} {4}: {5}")
    @CsvSource({
        "40, 1, 8000, ACTIVE, FIRST_INTERVIEW, PAY",
        "40, 1, 8001, ACTIVE, FIRST_INTERVIEW, RETURN",
        "40, 1, 8000, MOTIVATIONAL, FIRST_INTERVIEW, RETURN",
        "60, 2, 12000, ACTIVE, EVALUATION, PAY",
        "60, 2, 12000, ACTIVE, FIRST_INTERVIEW, WAIT",
        "60, 2, 12000, ACTIVE, INTERRUPTED, RETURN",
        "50, 3, 5000, ACTIVE, INTERRUPTED, PAY",
        "50, 3, 10000, ACTIVE, INTERRUPTED, RETURN"
    })
    void guidance_recorded_here_must_agree(
            int rate, String timing, long yen, CourseKind kind, String stage, Outcome outcome) {
        var one = ClaimCase.guidance(timing, rate);
        one.unit = yen;
        one.course = Optional.of(course(kind, stage));

        assertThat(Ground.outcome(ClaimCheck.of(one.known()))).isEqualTo(outcome);
    }

    @Test
    void every_rule_has_its_row_and_a_reason_that_an_insurer_may_give() {
        assertThat(EnumSet.allOf(Rule.class))
                .allSatisfy(rule ->
                        assertThat(ReturnReason.ofInsurer(rule.reason())).isPresent())
                .allSatisfy(rule -> assertThat(rule.basis().source()).isNotEmpty());
        assertThat(ReturnReason.ofInsurer()).hasSize(9);
        assertThat(ReturnReason.said("9-05")).isPresent();
    }
}
