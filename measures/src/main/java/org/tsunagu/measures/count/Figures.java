package org.tsunagu.measures.count;

import java.math.BigDecimal;
import java.util.List;
import org.tsunagu.measures.Measure;

/// Makes figures from what engines count (集計値の組み立て), so that every engine gives the same.
public final class Figures {

    private Figures() {}

    /// A figure; numbers lose the zeros an engine appends.
    public static Figure of(Measure measure, List<String> strata, BigDecimal part, BigDecimal whole) {
        return new Figure(List.copyOf(strata), plain(part), plain(whole), measure.value(part, whole));
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
