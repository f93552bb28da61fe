package org.tsunagu.cli.claims;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.tsunagu.claimsformat.claim.Claim;
import org.tsunagu.claimsformat.claim.Line;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.cli.csv.CsvBytes;

/// The rows of the lines of a claim in `lines.csv` (明細の行): those of the claim as claimed, then those the review body
/// added or put in the place of others.
final class LineRows {

    static final List<String> COLUMNS = List.of(
            "claim_id",
            "seq",
            "record",
            "care_class",
            "code",
            "quantity",
            "points",
            "times",
            "line_points",
            "payer",
            "yen",
            "decided");

    private static final String KEPT = "kept";
    private static final String REMOVED = "removed";
    private static final String ADDED = "added";

    private LineRows() {}

    static void write(Claim claim, CsvBytes csv) {
        if (!claim.isCorrected()) {
            for (var line : claim.claimed().lines()) {
                write(claim, line, KEPT, csv);
            }
            return;
        }
        var claimed = same(claim.claimed().lines());
        var decided = same(claim.decided().lines());
        for (var line : claim.claimed().lines()) {
            write(claim, line, decided.contains(line) ? KEPT : REMOVED, csv);
        }
        for (var line : claim.decided().lines()) {
            if (!claimed.contains(line)) {
                write(claim, line, ADDED, csv);
            }
        }
    }

    /// A line that was not touched is the same object in both versions.
    private static Set<Line> same(List<Line> lines) {
        Set<Line> same = Collections.newSetFromMap(new IdentityHashMap<>());
        same.addAll(lines);
        return same;
    }

    private static void write(Claim claim, Line line, String decided, CsvBytes csv) {
        var isYen = line.counting() == Line.Counting.MEAL_YEN || claim.kind() == Kind.NURSING;
        var total = line.counting() == Line.Counting.MEAL_YEN ? line.total() : line.counted();
        csv.word(claim.id())
                .cell(line.sequence())
                .word(line.record())
                .cell(line.careClass())
                .cell(line.code())
                .word(line.quantity().map(BigDecimal::toPlainString).orElse(""))
                .word(Long.toString(line.points()))
                .cell(line.times())
                .word(Long.toString(total))
                .word(line.payers().code())
                .word(isYen ? "1" : "0")
                .word(decided);
        csv.endRow();
    }
}
