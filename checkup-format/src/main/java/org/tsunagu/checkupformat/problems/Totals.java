package org.tsunagu.checkupformat.problems;

import java.util.List;
import java.util.function.Function;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Summary;

/// The sums over the settlement files (集計情報の突合), yen, and their comparison with the summary: CHK-ARC-011. A sum of
/// which a part could not be read is not compared.
final class Totals {

    private final long highest = Limits.shipped().integer("amount_highest");
    private final List<Sum> sums = List.of(
            new Sum("totalCostAmount", Claim::unitAmount, Summary::totalCost),
            new Sum("totalPaymentAmount", Claim::paymentAmount, Summary::totalPayment),
            new Sum("totalPaymentByOtherProgram", Claim::paymentByOtherProgram, Summary::totalPaymentByOtherProgram),
            new Sum("totalClaimAmount", Claim::claimAmount, Summary::totalClaim));
    private long claims;

    /// One total on its way.
    private final class Sum {
        private final String name;
        private final Function<Claim, Field> part;
        private final Function<Summary, Field> total;
        private long yen;
        private boolean isReadable = true;

        Sum(String name, Function<Claim, Field> part, Function<Summary, Field> total) {
            this.name = name;
            this.part = part;
            this.total = total;
        }

        void add(Claim claim) {
            var text = part.apply(claim).text();
            if (Digits.within(text, 0, highest)) {
                yen += Long.parseLong(text);
            } else {
                // Only the amount of other programmes may be left out.
                isReadable &= text.isEmpty() && name.equals("totalPaymentByOtherProgram");
            }
        }

        void compare(Summary summary, Findings findings) {
            var written = total.apply(summary);
            var text = written.isThere() ? written.text() : "0";
            if (isReadable && Digits.within(text, 0, highest) && Long.parseLong(text) != yen) {
                report(name, written, yen, findings);
            }
        }
    }

    void add(Claim claim) {
        claims++;
        sums.forEach(sum -> sum.add(claim));
    }

    /// Compares with the summary.
    ///
    /// @param claimFiles files in CLAIMS, whether they could be read or not
    /// @param documents files in DATA, counted when there are no claims
    void compare(Summary summary, long claimFiles, long documents, Findings findings) {
        var persons = claimFiles > 0 ? claimFiles : documents;
        var written = summary.totalSubjectCount();
        if (Digits.only(written.text()) && !Digits.within(written.text(), persons, persons)) {
            report("totalSubjectCount", written, persons, findings);
        }
        if (claims == claimFiles) {
            sums.forEach(sum -> sum.compare(summary, findings));
        }
    }

    private static void report(String name, Field written, long expected, Findings findings) {
        var actual = Shape.orDash(written.text());
        findings.field("CHK-ARC-011", written, "item", name, "actual", actual, "expected", String.valueOf(expected));
    }
}
