package org.tsunagu.checkupformat.problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.checkupformat.document.Charge;
import org.tsunagu.checkupformat.document.CheckupClaim;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.UnitPrice;
import org.tsunagu.checkupformat.settlement.Burden;
import org.tsunagu.checkupformat.settlement.Settlement;
import org.tsunagu.checkupformat.settlement.Settlement.Category;

/// The arithmetic of a settlement file of a checkup (特定健診決済情報の計算): CHK-CLM-001 to 007, 015. What cannot be read is
/// compared with nothing.
final class CheckupClaimSums {

    private static final String BASIC = "1";
    private static final String DETAILED = "2";
    private static final String ADDITIONAL = "3";
    private static final String ALL = "4";
    private static final String DOCK = "5";

    void check(CheckupClaim claim, Findings findings) {
        var prices = claim.prices();
        var totals = claim.totals();
        var hasPrices = prices.basic().isThere()
                || !prices.detailed().isEmpty()
                || !prices.additional().isEmpty();
        if (!hasPrices) {
            findings.field("CHK-CLM-006", prices.claimType());
        } else {
            claimType(claim, findings);
            Yen.compare("CHK-CLM-004", totals.unitAmount(), price(claim), findings);
            payments(claim, findings);
        }
        var paid = List.of(totals.paidBasic(), totals.paidDetailed(), totals.paidAdditional());
        Yen.compare("CHK-CLM-015", totals.paymentAmount(), Yen.sum(paid), findings);
        claimed(claim, findings);
    }

    private static void claimType(CheckupClaim claim, Findings findings) {
        var prices = claim.prices();
        var hasBasic = prices.basic().isThere();
        var hasDetailed = !prices.detailed().isEmpty();
        var hasAdditional = !prices.additional().isEmpty();
        var fits = switch (prices.claimType().text()) {
            case BASIC -> hasBasic;
            case DETAILED -> hasBasic && hasDetailed;
            case ADDITIONAL -> hasBasic && hasAdditional;
            case ALL -> hasBasic && hasDetailed && hasAdditional;
            case DOCK -> hasAdditional && !hasBasic && !hasDetailed;
            default -> true;
        };
        if (!fits) {
            findings.field(
                    "CHK-CLM-007",
                    prices.claimType(),
                    "actual",
                    prices.claimType().text());
        }
    }

    private static Optional<Long> price(CheckupClaim claim) {
        var all = new ArrayList<Field>();
        all.add(claim.prices().basic());
        claim.prices().detailed().stream().map(UnitPrice::amount).forEach(all::add);
        claim.prices().additional().stream().map(UnitPrice::amount).forEach(all::add);
        return Yen.sum(all);
    }

    private static Optional<Long> price(List<UnitPrice> prices) {
        return Yen.sum(prices.stream().map(UnitPrice::amount).toList());
    }

    /// One category of a claim (請求の区分): its price, what the ticket says, and what was paid.
    private record Part(String check, Optional<Long> price, Charge charge, Field limit, Field paid) {
        private Optional<Burden> burden() {
            return Burden.of(charge, limit);
        }
    }

    private static void payments(CheckupClaim claim, Findings findings) {
        var parts = parts(claim);
        var borne = Yen.orNothing(claim.totals().paymentByOtherProgram());
        if (borne.isEmpty() || parts.stream().anyMatch(part -> part.price().isEmpty())) {
            return;
        }
        // Whoever bears how much does not depend on the burdens: an unknown one leaves the others comparable.
        var categories = parts.stream()
                .map(part -> new Category(part.price().get(), part.burden().orElse(Burden.nothing())))
                .toList();
        var settlement = Settlement.of(categories, borne.get());
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var isClaimed = part.price().get() > 0 || part.paid().isThere();
            if (isClaimed && part.burden().isPresent()) {
                var expected = settlement.shares().get(i).payment();
                Yen.compareOrNothing(part.check(), part.paid(), Optional.of(expected), findings);
            }
        }
    }

    /// A ningen dock is settled alone.
    private static List<Part> parts(CheckupClaim claim) {
        var card = claim.card();
        var prices = claim.prices();
        var totals = claim.totals();
        if (prices.claimType().text().equals(DOCK)) {
            return List.of(new Part(
                    "CHK-CLM-003", price(prices.additional()), card.dock(), card.dockLimit(), totals.paidAdditional()));
        }
        return List.of(
                new Part("CHK-CLM-001", Yen.orNothing(prices.basic()), card.basic(), Field.ABSENT, totals.paidBasic()),
                new Part("CHK-CLM-002", price(prices.detailed()), card.detailed(), Field.ABSENT, totals.paidDetailed()),
                new Part(
                        "CHK-CLM-003",
                        price(prices.additional()),
                        card.additional(),
                        Field.ABSENT,
                        totals.paidAdditional()));
    }

    private static void claimed(CheckupClaim claim, Findings findings) {
        var unit = Yen.of(claim.unitAmount());
        var paid = Yen.of(claim.paymentAmount());
        var borne = Yen.orNothing(claim.paymentByOtherProgram());
        if (unit.isPresent() && paid.isPresent() && borne.isPresent()) {
            var expected = Math.max(0, unit.get() - paid.get() - borne.get());
            Yen.compare("CHK-CLM-005", claim.claimAmount(), Optional.of(expected), findings);
        }
    }
}
