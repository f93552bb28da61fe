package org.tsunagu.app.settlement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tsunagu.app.guidance.CourseDue;
import org.tsunagu.app.intake.Document;
import org.tsunagu.app.intake.ReceivedDocuments.Finding;
import org.tsunagu.app.settlement.Ground.Holds;
import org.tsunagu.rules.guidance.CourseRules;
import org.tsunagu.rules.guidance.GuidanceTables;
import org.tsunagu.rules.guidance.Settlement;

/// Checks one claim against ticket, result and contract (請求の点検); every rule that applies gives a ground.
final class ClaimCheck {

    private static final Set<String> UNDECIDED = Set.of("DOUBTFUL", "NONE", "EARLIER");
    private static final String LEVEL = "LEVEL ";
    private static final String FIRST_INTERVIEW = "FIRST_INTERVIEW";
    private static final String INTERRUPTED = "INTERRUPTED";
    private static final Settlement SHARES = new Settlement(List.of(), new CourseRules(new GuidanceTables(List.of())));

    private final Known known;
    private final FacilityClaim claim;
    private final List<Ground> grounds = new ArrayList<>();

    private ClaimCheck(Known known) {
        this.known = known;
        this.claim = known.claim();
    }

    static List<Ground> of(Known known) {
        var check = new ClaimCheck(known);
        check.file();
        check.person();
        check.result();
        check.ticket();
        check.contract();
        return List.copyOf(check.grounds);
    }

    private void holds(Rule rule, boolean holds, String actual, String expected) {
        grounds.add(new Ground(rule, holds ? Holds.YES : Holds.NO, actual, expected));
    }

    private void unknown(Rule rule) {
        grounds.add(new Ground(rule, Holds.UNKNOWN, "", ""));
    }

    private void file() {
        holds(
                Rule.INSURER,
                withoutZeros(claim.insurerNumber()).equals(withoutZeros(known.insurerNumber())),
                claim.insurerNumber(),
                known.insurerNumber());
        if (ReturnReason.isOfInsurer(claim.returnedFor())) {
            grounds.add(new Ground(Rule.RETURNED, Holds.UNKNOWN, claim.returnedFor(), ""));
        } else {
            holds(Rule.RETURNED, claim.returnedFor().isEmpty(), claim.returnedFor(), "");
        }
        holds(Rule.ONCE, known.paidClaim() == 0, known.paidClaim() == 0 ? "" : Long.toString(known.paidClaim()), "");
        against(Rule.ARITHMETIC, known.findings());
        against(
                Rule.PAIR,
                Stream.concat(known.findings().stream(), known.resultFindings().stream())
                        .toList());
        var elsewhere = Stream.of(Rule.ARITHMETIC, Rule.PAIR)
                .flatMap(rule -> rule.checks().stream())
                .toList();
        var form = known.findings().stream()
                .filter(Finding::refuses)
                .map(Finding::code)
                .filter(code -> !elsewhere.contains(code))
                .toList();
        holds(Rule.FORM, form.isEmpty(), String.join(", ", form), "");
    }

    private static String withoutZeros(String number) {
        return number.replaceFirst("^0+", "");
    }

    private void against(Rule rule, List<Finding> findings) {
        var codes = findings.stream()
                .map(Finding::code)
                .filter(rule.checks()::contains)
                .distinct()
                .toList();
        holds(rule, codes.isEmpty(), String.join(", ", codes), "");
    }

    private void person() {
        if (claim.memberId() != 0) {
            holds(Rule.PERSON, true, "", "");
            known.day()
                    .ifPresentOrElse(
                            day -> holds(Rule.COVERED, known.isCovered(), day.toString(), ""),
                            () -> unknown(Rule.COVERED));
        } else if (known.result().filter(ClaimCheck::isUndecided).isPresent()) {
            unknown(Rule.PERSON);
        } else {
            holds(Rule.PERSON, false, "", "");
        }
    }

    private static boolean isUndecided(Document result) {
        return UNDECIDED.contains(result.match());
    }

    private void result() {
        holds(Rule.RESULT, known.result().isPresent(), "", "");
        known.result().ifPresent(result -> {
            holds(Rule.RESULT_TAKEN, !result.status().equals("REJECTED"), result.status(), "");
            var isDemanded = known.contract().filter(Contract::completeOnly).isPresent();
            if (isDemanded && claim.service() == Service.CHECKUP) {
                known.missing()
                        .ifPresentOrElse(
                                missing -> holds(Rule.COMPLETE, missing.isEmpty(), String.join(", ", missing), ""),
                                () -> unknown(Rule.COMPLETE));
            }
        });
    }

    private void ticket() {
        if (claim.ticket().isEmpty()) {
            holds(
                    Rule.TICKET,
                    known.contract().filter(one -> !one.needsTicket()).isPresent(),
                    "",
                    "");
            return;
        }
        if (!known.hasLedger()) {
            unknown(Rule.TICKET);
            return;
        }
        holds(Rule.TICKET, known.ticket().isPresent(), claim.ticket(), "");
        known.ticket().ifPresent(ticket -> {
            if (claim.memberId() != 0) {
                holds(Rule.TICKET_OWNER, ticket.memberId() == claim.memberId(), claim.ticket(), "");
            }
            holds(Rule.TICKET_KIND, ticket.serves().contains(claim.service()), claim.ticket(), "");
            if (known.day().isPresent() && !(ticket.isExpired() && hasBegunWhoKnowsWhen())) {
                holds(Rule.TICKET_VALID, ticket.problem().isEmpty(), ticket.problem(), "");
            } else {
                unknown(Rule.TICKET_VALID);
            }
            charges(Rule.TICKET_CHARGE, ticket.charges());
        });
    }

    /// A ticket for guidance must not have expired on the day of the first interview: later stages may come after that.
    private boolean hasBegunWhoKnowsWhen() {
        return claim.service() == Service.GUIDANCE
                && !stage().equals(FIRST_INTERVIEW)
                && known.course().flatMap(CourseDue::firstInterview).isEmpty();
    }

    private void contract() {
        if (known.day().isEmpty()) {
            unknown(Rule.CONTRACT);
            return;
        }
        var contract = known.contract();
        holds(
                Rule.CONTRACT,
                contract.isPresent(),
                claim.facility(),
                contract.map(Contract::known).orElse(""));
        contract.ifPresent(one -> {
            prices(one);
            charges(Rule.CHARGE, one.charges());
        });
        if (claim.service() == Service.GUIDANCE) {
            share();
            course();
        }
    }

    private void prices(Contract contract) {
        var wrong = claim.lines().stream()
                .filter(line -> !contract.hasPrices(List.of(line)))
                .findFirst();
        wrong.ifPresentOrElse(
                line -> holds(
                        Rule.PRICE,
                        false,
                        line.what() + " " + line.yen(),
                        contract.price(line.part(), line.item())
                                .map(String::valueOf)
                                .orElse("")),
                () -> holds(Rule.PRICE, true, Long.toString(claim.amounts().unit()), ""));
    }

    /// What the file says is paid at the counter, of the parts that are claimed and of which the other
    /// side says something.
    private void charges(Rule rule, List<Charge> said) {
        var parts = claim.lines().stream().map(Line::part).distinct().toList();
        for (var expected : said) {
            var actual = charge(expected.part());
            if (parts.contains(expected.part())
                    && actual.filter(expected::agreesWith).isEmpty()) {
                holds(rule, false, actual.map(Charge::text).orElse(""), expected.text());
                return;
            }
        }
        holds(rule, true, "", "");
    }

    private Optional<Charge> charge(Part part) {
        return claim.charges().stream().filter(charge -> charge.part() == part).findFirst();
    }

    /// The share that is usual for this claim; empty when none is.
    private Optional<Settlement.Agreed> agreed() {
        var day = known.course().map(CourseDue::checkupDay).or(known::day).orElseThrow();
        return SHARES.agreed(day, claim.level(), stage());
    }

    private String stage() {
        return Timing.of(claim.timing()).map(Timing::share).orElse("");
    }

    /// The share of the contract, where it has one of its own.
    private Optional<Integer> ownShare() {
        return known.contract()
                .flatMap(contract -> contract.share(claim.level(), stage()).or(() -> rest(contract)));
    }

    /// Of a course that ended early no more than the contract's own share of the first interview has left.
    private Optional<Integer> rest(Contract contract) {
        return stage().equals(INTERRUPTED)
                ? contract.share(claim.level(), FIRST_INTERVIEW)
                        .map(first -> Limits.PERCENT_HIGHEST - first)
                        .filter(rest -> agreed().map(Settlement.Agreed::percent)
                                .filter(usual -> usual.compareTo(BigDecimal.valueOf(rest)) > 0)
                                .isPresent())
                : Optional.empty();
    }

    private void share() {
        ownShare()
                .map(String::valueOf)
                .or(() -> agreed().map(agreed -> agreed.percent().toPlainString()))
                .ifPresentOrElse(
                        percent -> holds(
                                Rule.SHARE,
                                percent.equals(Integer.toString(claim.rate())),
                                claim.rate() < 0 ? "" : claim.rate() + "%",
                                percent + "%"),
                        () -> unknown(Rule.SHARE));
    }

    /// Guidance that was recorded here: its kind, what has come of it, and what that is worth.
    private void course() {
        if (known.course().isEmpty()) {
            grounds.add(new Ground(Rule.COURSE, Holds.NONE, "", ""));
            return;
        }
        var course = known.course().get();
        if (!course.kind().code().equals(claim.level())) {
            holds(
                    Rule.COURSE,
                    false,
                    LEVEL + claim.level(),
                    LEVEL + course.kind().code());
            return;
        }
        var number = agreed().map(Settlement.Agreed::claim).orElse(0);
        var due = course.payable().value().stream()
                .filter(line -> line.claim() == number)
                .findFirst();
        if (due.isEmpty()
                || (due.get().agreed().isByPoints() && !course.payable().certain())) {
            // It may not have been recorded yet.
            grounds.add(new Ground(Rule.COURSE, Holds.UNKNOWN, stage(), ""));
        } else if (!due.get().stage().equals(stage())) {
            holds(Rule.COURSE, false, stage(), due.get().stage());
        } else {
            var claimed = claim.amounts().unit();
            var worth = claim.lines().stream()
                    .mapToLong(line -> ownShare()
                            .map(percent -> due.get().yen(line.yen(), percent))
                            .orElseGet(() -> due.get().yen(line.yen())))
                    .sum();
            holds(Rule.COURSE, claimed == worth, Long.toString(claimed), Long.toString(worth));
        }
    }
}
