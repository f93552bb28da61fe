package org.tsunagu.claimsformat.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// One column of a cost table as it is printed (医療費表の1列): values, their sum, shares and ranks.
///
/// Shares are half up to one decimal of the column's sum; the sum itself prints 100.0 whatever the
/// rounded shares add up to. A column without anything has neither shares nor ranks. Ranks go by value,
/// downward; equal values share the smaller one, and a value of 0 has none.
///
/// @param values as displayed, in the order of the rows
public record CostColumn(List<Long> values) {

    /// The largest rank that is marked (①–⑤).
    public static final int LAST_RANK = 5;

    private static final long THOUSAND = 1000;

    /// The column of values that are displayed as they are, for example numbers of claims.
    public static CostColumn of(long... values) {
        return new CostColumn(Arrays.stream(values).boxed().toList());
    }

    /// The column of amounts in yen, each displayed in thousand yen, half up.
    public static CostColumn inThousands(long... yen) {
        return of(Arrays.stream(yen).map(CostColumn::thousands).toArray());
    }

    /// Yen in thousands, half up.
    public static long thousands(long yen) {
        return BigDecimal.valueOf(yen)
                .divide(BigDecimal.valueOf(THOUSAND), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /// The sum of the displayed values.
    public long total() {
        return values.stream().mapToLong(Long::longValue).sum();
    }

    /// The share of a row in per cent with one decimal; empty when the sum is 0.
    public Optional<BigDecimal> share(int row) {
        return share(values.get(row), total());
    }

    /// A share in per cent, half up to one decimal; empty when the whole is 0.
    public static Optional<BigDecimal> share(long part, long whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
    }

    /// The rank of a row if it is among the first five; empty for a value of 0.
    public OptionalInt rank(int row) {
        long value = values.get(row);
        var rank = 1 + (int) values.stream().filter(other -> other > value).count();
        return value > 0 && rank <= LAST_RANK ? OptionalInt.of(rank) : OptionalInt.empty();
    }

    /// All ranks, 0 for none.
    public int[] ranks() {
        return IntStream.range(0, values.size()).map(row -> rank(row).orElse(0)).toArray();
    }
}
