package org.tsunagu.checkupformat.problems;

import java.util.List;
import java.util.Optional;
import org.tsunagu.checkupformat.document.Adjudication;
import org.tsunagu.checkupformat.document.Charge;
import org.tsunagu.checkupformat.document.CheckupClaim;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceClaim;
import org.tsunagu.checkupformat.document.UnitPrice;
import org.tsunagu.codes.item.Answers;
import org.tsunagu.codes.time.Dates;

/// The form of every field of a settlement file (決済情報の形式): CHK-XML-005 to 014, 020 to 024, 026. What the schema bounds
/// is bounded here as well, so that it is checked without schemas too.
final class ClaimFacets {

    private static final String RETURNS = "1.2.392.200119.6.1109";
    private static final String ERROR_RETURNS = "1.2.392.200119.6.1110";
    private static final String FIXED = "2";
    private static final String RATE = "3";
    private static final String LIMIT = "4";
    private static final int CLAIM_TYPES = 5;
    private static final int CHARGES = 4;
    private static final int COPAYMENTS = 3;
    private static final int LEVELS = 4;
    private static final int TIMINGS = 5;
    private static final int CHARGE_DIGITS = 6;
    private static final int TICKET_DIGITS = 11;

    private final Limits limits = Limits.shipped();
    private final int interactionTypes = limits.integer("interaction_types");
    private final int serviceEventTypes = limits.integer("service_event_types");
    private final long amountHighest = limits.integer("amount_highest");
    private final long pointsHighest = limits.integer("points_highest");
    private final long rateHighest = limits.integer("payment_rate_highest");

    void check(Claim claim, Findings findings) {
        code("CHK-XML-006", claim.subject().serviceKind(), serviceEventTypes, findings);
        ticket(claim.ticketNumber(), findings);
        date(claim.validUntil(), "effectiveTime/high", findings);
        switch (claim) {
            case CheckupClaim checkup -> checkup(checkup, findings);
            case GuidanceClaim guidance -> guidance(guidance, findings);
        }
        for (var total : List.of(claim.unitAmount(), claim.paymentAmount(), claim.claimAmount())) {
            amount(total, findings);
        }
        if (claim.paymentByOtherProgram().isThere()) {
            amount(claim.paymentByOtherProgram(), findings);
        }
        adjudication(claim.agencyResult(), RETURNS, findings);
        adjudication(claim.insurerResult(), ERROR_RETURNS, findings);
    }

    private void checkup(CheckupClaim claim, Findings findings) {
        var prices = claim.prices();
        var card = claim.card();
        code("CHK-XML-007", prices.claimType(), CLAIM_TYPES, findings);
        code("CHK-XML-008", prices.commissionType(), 2, findings);
        charge(card.basic(), CHARGES, findings);
        charge(card.detailed(), CHARGES, findings);
        charge(card.additional(), CHARGES, findings);
        charge(card.dock(), COPAYMENTS, findings);
        six("CHK-XML-020", card.dockLimit(), findings);
        if (prices.basic().isThere()) {
            amount(prices.basic(), findings);
        }
        prices.detailed().stream().map(UnitPrice::amount).forEach(price -> amount(price, findings));
        prices.additional().stream().map(UnitPrice::amount).forEach(price -> amount(price, findings));
        six("CHK-XML-020", claim.totals().paidBasic(), findings);
        six("CHK-XML-020", claim.totals().paidDetailed(), findings);
        six("CHK-XML-020", claim.totals().paidAdditional(), findings);
    }

    private void guidance(GuidanceClaim claim, Findings findings) {
        var settlement = claim.settlement();
        code("CHK-XML-010", claim.level(), LEVELS, findings);
        code("CHK-XML-011", claim.timing(), TIMINGS, findings);
        code("CHK-XML-012", settlement.paymentStatus(), 2, findings);
        ticket(claim.card().checkupNumber(), findings);
        charge(claim.card().copayment(), CHARGES, findings);
        six("CHK-XML-020", claim.card().limit(), findings);
        if (settlement.unitPrice().isThere()) {
            amount(settlement.unitPrice(), findings);
        }
        number(settlement.paymentRate(), rateHighest, findings);
        for (var points : List.of(settlement.pointsDone(), settlement.pointsPlanned())) {
            if (points.isThere()) {
                number(points, pointsHighest, findings);
            }
        }
    }

    /// What a ticket says: a fixed amount and a limit need an amount, a rate needs a rate.
    private static void charge(Charge charge, int kinds, Findings findings) {
        if (!charge.isThere()) {
            return;
        }
        var kind = charge.kind().text();
        if (!Digits.within(kind, 1, kinds)) {
            report("CHK-XML-009", charge.kind(), findings);
            return;
        }
        var needsAmount = kind.equals(FIXED) || kind.equals(LIMIT);
        needed("CHK-XML-020", charge.amount(), needsAmount, charge.kind(), findings);
        needed("CHK-XML-021", charge.rate(), kind.equals(RATE), charge.kind(), findings);
    }

    private static void needed(String check, Field field, boolean isNeeded, Field kind, Findings findings) {
        if (isNeeded && !field.isThere()) {
            findings.field(check, kind, "actual", Shape.orDash(""));
        } else {
            six(check, field, findings);
        }
    }

    private static void six(String check, Field field, Findings findings) {
        if (field.isThere() && !Digits.only(field.text(), CHARGE_DIGITS)) {
            report(check, field, findings);
        }
    }

    private static void code(String check, Field field, int highest, Findings findings) {
        if (!Digits.within(field.text(), 1, highest)) {
            report(check, field, findings);
        }
    }

    private static void ticket(Field number, Findings findings) {
        if (number.isThere() && !Digits.only(number.text(), TICKET_DIGITS)) {
            findings.field("CHK-XML-014", number, "actual", Shape.of(number.text()));
        }
    }

    private void amount(Field amount, Findings findings) {
        if (!Digits.within(amount.text(), 0, amountHighest)) {
            report("CHK-XML-022", amount, findings);
        }
    }

    private static void number(Field number, long highest, Findings findings) {
        if (!Digits.within(number.text(), 0, highest)) {
            report("CHK-XML-026", number, findings);
        }
    }

    private static void report(String check, Field field, Findings findings) {
        findings.field(check, field, "actual", Shape.orDash(field.text()));
    }

    private static void date(Field field, String name, Findings findings) {
        if (!field.isThere()) {
            return;
        }
        if (!FileChecks.fitsPattern(field.text())) {
            report("CHK-XML-023", field, findings);
        } else if (Dates.compact(field.text()).isEmpty()) {
            findings.field("CHK-XML-024", field, "item", name, "actual", field.text());
        }
    }

    private void adjudication(Optional<Adjudication> result, String reasons, Findings findings) {
        if (result.isEmpty()) {
            return;
        }
        code("CHK-XML-005", result.get().interactionType(), interactionTypes, findings);
        date(result.get().recorded(), "recordDate", findings);
        if (Answers.shipped().find(reasons, result.get().reason().text()).isEmpty()) {
            report("CHK-XML-013", result.get().reason(), findings);
        }
    }

    /// The day of birth, which must be there.
    static void birth(Field field, Findings findings) {
        if (field.isThere()) {
            date(field, "birthTime", findings);
        } else {
            report("CHK-XML-023", field, findings);
        }
    }
}
