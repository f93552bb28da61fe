package org.tsunagu.app.planning.document;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tsunagu.codes.item.Decimals;
import org.tsunagu.codes.text.Widths;
import org.tsunagu.rules.plan.Growth;

/// How the targets of a stratum change from year to year (対象者数の伸び): as the insurer writes it, or as its own register
/// shows.
final class Growths {

    private static final BigDecimal LEAST = BigDecimal.valueOf(-1_000_000);
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);
    static final String TIMES_SIGN = "×";

    private static final String TIMES = "x";

    private Growths() {}

    /// Reads `+10` and `-20` (people a year) or `x1.0235` (times a year), of either width; empty for anything else.
    static Optional<Growth> read(String text) {
        var plain = Widths.forMatching(text).strip().replace('×', 'x').replace('−', '-');
        if (plain.startsWith(TIMES) || plain.startsWith(TIMES.toUpperCase(Locale.ROOT))) {
            return number(plain.substring(1))
                    .filter(times -> times.signum() > 0 && times.compareTo(BigDecimal.TWO) <= 0)
                    .map(Growth.Factor::new);
        }
        var unsigned = plain.startsWith("+") ? plain.substring(1) : plain;
        return number(unsigned)
                .filter(step -> step.compareTo(LEAST) >= 0 && step.compareTo(MOST) <= 0)
                .map(Growth.Step::new);
    }

    private static Optional<BigDecimal> number(String text) {
        return Optional.ofNullable(Decimals.parse(text.strip()));
    }

    /// The mean change a year over the years counted; none without two of them.
    ///
    /// @param counted targets of years in succession, the earliest first
    static Growth shown(List<Long> counted) {
        if (counted.size() < 2) {
            return new Growth.Step(BigDecimal.ZERO);
        }
        var change = BigDecimal.valueOf(counted.getLast() - counted.getFirst());
        return new Growth.Step(change.divide(BigDecimal.valueOf(counted.size() - 1L), MathContext.DECIMAL64));
    }

    /// As it is written: `+10`, `-20`, `×1.0235`.
    static String text(Growth growth) {
        return switch (growth) {
            case Growth.Step step -> (step.people().signum() < 0 ? "" : "+") + plain(step.people());
            case Growth.Factor factor -> TIMES_SIGN + plain(factor.times());
        };
    }

    private static String plain(BigDecimal number) {
        var rounded = number.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
