package org.tsunagu.rules.guidance;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.tsunagu.codes.table.Row;

/// A row of `points.tsv`, read once (ポイント表の行).
///
/// @param unitMinutes minutes that give the points once; 0 when they are given for a session, a round trip or once
/// @param leastMinutes below these a session gives nothing; 0 when minutes do not matter
/// @param most points of one session; empty for no cap
/// @param times how often it can count; empty for any number
/// @param instead the item that is not counted beside this one when it gives fewer points; empty for none
record PointLine(
        Row row,
        SupportKind kind,
        boolean isSupportA,
        int points,
        int unitMinutes,
        int leastMinutes,
        OptionalInt most,
        OptionalLong times,
        String instead) {

    static PointLine of(Row row) {
        return new PointLine(
                row,
                SupportKind.of(row.text("kind")),
                row.text("support").equals("A"),
                row.integer("points"),
                number(row, "unit_minutes").orElse(0),
                number(row, "min_minutes").orElse(0),
                number(row, "cap").map(OptionalInt::of).orElse(OptionalInt.empty()),
                number(row, "max_count").map(OptionalLong::of).orElse(OptionalLong.empty()),
                row.text("excludes"));
    }

    private static Optional<Integer> number(Row row, String column) {
        return row.decimal(column).map(BigDecimal::intValueExact);
    }

    String item() {
        return row.text("item");
    }

    boolean needsMinutes() {
        return unitMinutes > 0 || leastMinutes > 0;
    }

    /// What so many minutes give before any cap: whole units only.
    int worth(int minutes) {
        return unitMinutes > 0 ? minutes / unitMinutes * points : points;
    }

    /// Whether an interview so many days after the checkup earns this.
    boolean fits(long days) {
        return !row.text("days_from").isEmpty() && row.integer("days_from") <= days && days <= row.integer("days_to");
    }
}
