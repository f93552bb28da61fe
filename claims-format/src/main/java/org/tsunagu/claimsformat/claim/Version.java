package org.tsunagu.claimsformat.claim;

import java.util.List;
import java.util.function.Predicate;

/// A claim as it stood at one time (版): as the provider claimed it, or as the review body decided it.
public record Version(Headers headers, List<DiseaseRow> diseases, List<Line> lines) {

    /// Sum of the lines that charge a payer, deductions subtracted.
    ///
    /// @param payer 0 the insurance, 1 to 4 the public payers
    public long sum(int payer) {
        var sum = 0L;
        for (var line : lines) {
            sum += line.payers().includes(payer) ? line.counted() : 0;
        }
        return sum;
    }

    /// The same with deductions added, for files that record them as positive points.
    public long plainSum(int payer) {
        var sum = 0L;
        for (var line : lines) {
            sum += line.payers().includes(payer) ? Math.abs(line.counted()) : 0;
        }
        return sum;
    }

    /// Sum of the lines of the leading payer.
    public long sum() {
        return sum(headers.leading().map(Header::order).orElse(0));
    }

    /// Yen of the meal rows (食事・生活療養), the patient's standard burden (標準負担額) left out: what the header's meal yen
    /// should be. The header is what counts; rows only explain it.
    ///
    /// @param isStandardBurden whether an act is a standard burden, which its name in the act master says
    public long mealYen(Predicate<String> isStandardBurden) {
        var sum = 0L;
        for (var line : lines) {
            var isMeal = line.counting() == Line.Counting.MEAL_YEN && !isStandardBurden.test(line.code());
            sum += isMeal ? line.total() : 0;
        }
        return sum;
    }

    /// Whether a line is a deduction.
    public boolean hasDeductions() {
        return lines.stream().anyMatch(line -> line.counting() == Line.Counting.DEDUCTED);
    }
}
