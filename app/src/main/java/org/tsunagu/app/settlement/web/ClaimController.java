package org.tsunagu.app.settlement.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.intake.Deliveries;
import org.tsunagu.app.settlement.Claims;
import org.tsunagu.app.settlement.Decisions;
import org.tsunagu.app.settlement.FacilityClaim;
import org.tsunagu.app.settlement.Ground.Outcome;
import org.tsunagu.app.settlement.Payment;
import org.tsunagu.app.settlement.Payments;
import org.tsunagu.app.settlement.ReturnReason;
import org.tsunagu.app.settlement.Reviews;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.codes.problem.Problem;

/// The claims of facilities (機関の請求): by state, one by one with the grounds of each decision, decided
/// otherwise.
@Controller
public class ClaimController {

    private static final int SHOWN = 50;
    private static final int MOST_UNCOVERED = 500;
    private static final int LONGEST = 200;
    private static final List<String> FIELDS = List.of("version", "outcome", "reason", "note");

    private final Claims claims;
    private final Decisions decisions;
    private final Payments payments;
    private final Reviews reviews;
    private final Deliveries deliveries;
    private final Audit audit;

    ClaimController(
            Claims claims,
            Decisions decisions,
            Payments payments,
            Reviews reviews,
            Deliveries deliveries,
            Audit audit) {
        this.claims = claims;
        this.decisions = decisions;
        this.payments = payments;
        this.reviews = reviews;
        this.deliveries = deliveries;
        this.audit = audit;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param among `uncovered`: those paid for people who were not insured; `review`: those whose person
    /// or result has changed since they were paid; empty for all of a state
    /// @param next where the older ones begin; 0 when there are none
    public record ListContent(
            FacilityClaim.State state,
            String among,
            Map<FacilityClaim.State, Integer> counts,
            List<FacilityClaim> claims,
            long next) {}

    /// What the page shows (画面の内容).
    ///
    /// @param changed what has changed since it was paid: `PERSON`, `RESULT` or nothing
    /// @param problems of its file and of its result
    public record OneContent(
            FacilityClaim claim,
            String changed,
            List<Decisions.Decision> decisions,
            List<Payment> payments,
            List<Problem> problems,
            List<ReturnReason> reasons,
            Typed form) {

        /// Why it had been returned when it came.
        public Optional<ReturnReason> returnedFor() {
            return ReturnReason.said(claim.returnedFor());
        }

        /// Whether somebody may decide it now.
        public boolean isDecidable() {
            return claim.returnedIn() == 0
                    && claim.state() != FacilityClaim.State.OPEN
                    && claim.state() != FacilityClaim.State.WITHDRAWN;
        }
    }

    @GetMapping("/settlement/claims")
    View list(
            @RequestParam(defaultValue = "WAIT") String state,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        var shown = Stream.of(FacilityClaim.State.values())
                .filter(one -> one.name().equals(state))
                .findFirst()
                .orElseThrow(NotFound::new);
        var some = claims.of(shown, before, SHOWN);
        var next = some.size() < SHOWN ? 0 : some.getLast().id();
        return shown(new ListContent(shown, "", claims.counts(), some, next));
    }

    /// What was paid for people whose membership turned out to have ended before.
    @GetMapping("/settlement/claims/uncovered")
    View uncovered() {
        var some = claims.uncovered(MOST_UNCOVERED);
        return shown(new ListContent(FacilityClaim.State.PAY, "uncovered", claims.counts(), some, 0));
    }

    /// What was paid and has to be looked at again.
    @GetMapping("/settlement/claims/review")
    View review() {
        var some = claims.toReview(MOST_UNCOVERED);
        return shown(new ListContent(FacilityClaim.State.PAY, "review", claims.counts(), some, 0));
    }

    @PostMapping("/settlement/claims/{id:[0-9]+}/review")
    View again(@PathVariable long id, @RequestParam int version) {
        if (claims.find(id).isEmpty()) {
            throw new NotFound();
        }
        var done = reviews.again(id, version);
        return new RedirectView("/settlement/claims/%d?notice=settlement.decided.%s".formatted(id, done));
    }

    private View shown(ListContent content) {
        audit.note(content.claims().stream()
                .map(FacilityClaim::memberId)
                .filter(member -> member != 0)
                .distinct()
                .map(member -> Look.listed(member, "settlement", "/settlement/claims"))
                .toList());
        return Page.of("settlement/claims", content);
    }

    @GetMapping("/settlement/claims/{id:[0-9]+}")
    View one(@PathVariable long id) {
        return Page.of("settlement/claim", content(id, Typed.fresh(Map.of())));
    }

    private OneContent content(long id, Typed form) {
        var claim = claims.find(id).orElseThrow(NotFound::new);
        audit.note(Look.at(claim.memberId(), "settlement", "settlement", "/settlement/claims"));
        var files = List.of(claim.entry(), claim.resultEntry());
        var problems = deliveries.problems(claim.deliveryId(), "", files).values().stream()
                .flatMap(List::stream)
                .toList();
        return new OneContent(
                claim, claims.changed(id), decisions.of(id), payments.of(id), problems, ReturnReason.ofInsurer(), form);
    }

    @PostMapping("/settlement/claims/{id:[0-9]+}")
    View decide(@PathVariable long id, @RequestParam Map<String, String> parameters) {
        var form = Typed.of(FIELDS, parameters);
        var outcome = form.choice("outcome", Outcome.values());
        if (!form.of("version").matches("[0-9]{1,9}")) {
            throw new NotFound();
        }
        var isReturn = outcome == Outcome.RETURN;
        form.require(
                !isReturn || ReturnReason.ofInsurer(form.of("reason")).isPresent(),
                "reason",
                "settlement.problem.reason");
        form.require(
                !form.of("note").isEmpty() && form.of("note").length() <= LONGEST, "note", "settlement.problem.note");
        if (form.isRefused()) {
            return Page.refused("settlement/claim", content(id, form));
        }
        if (claims.find(id).isEmpty()) {
            throw new NotFound();
        }
        var done = decisions.byStaff(
                id, Integer.parseInt(form.of("version")), outcome, form.of("reason"), form.of("note"));
        return new RedirectView("/settlement/claims/%d?notice=settlement.decided.%s".formatted(id, done));
    }

    @PostMapping("/settlement/claims/again")
    View again() {
        decisions.again();
        return new RedirectView("/settlement/claims?notice=settlement.again.done");
    }
}
