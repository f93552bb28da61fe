package org.tsunagu.rules.legal;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.table.Row;

/// What data may be used for (利用目的), and how long a consent to it usually lasts, `purposes.tsv`.
public final class Purposes {

    private Purposes() {}

    /// All of them.
    public static List<Row> all() {
        return LegalTables.shipped().purposes().rows();
    }

    /// One of them; empty when there is none of that name.
    public static Optional<Row> find(String key) {
        return LegalTables.row(LegalTables.shipped().purposes(), key);
    }

    /// Whether consent is asked for anew at each visit (受診のたびの同意).
    public static boolean isEachVisit(Row purpose) {
        return purpose.text("each_visit").equals("true");
    }

    /// When a consent given at a moment usually ends; empty when it lasts until it is taken back.
    public static Optional<OffsetDateTime> end(Row purpose, OffsetDateTime from) {
        var hours = purpose.decimal("default_hours").map(BigDecimal::longValueExact).map(from::plusHours);
        return hours.isPresent()
                ? hours
                : purpose.decimal("default_days").map(BigDecimal::longValueExact).map(from::plusDays);
    }
}
