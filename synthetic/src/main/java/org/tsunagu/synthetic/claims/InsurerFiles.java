package org.tsunagu.synthetic.claims;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.claimsformat.record.ClaimRow;
import org.tsunagu.claimsformat.record.ClaimWriter;
import org.tsunagu.claimsformat.record.Family;
import org.tsunagu.claimsformat.record.Kind;

/// The files of one claim month as the insurer receives them, one a kind (コード情報ファイル), with the
/// review body's rows.
final class InsurerFiles implements AutoCloseable {

    private static final int CLAIMED = 1;
    private static final int DECIDED = 2;
    private static final int RETURNED = 8;
    private static final int HISTORY = 11;
    private static final int FIRST_LINE = 2;
    private static final int BY_REVIEW = 2;
    private static final String REASON = "40";

    private final Path folder;
    private final YearMonth month;
    private final Map<Kind, OpenFile> files = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    InsurerFiles(Path claims, YearMonth month, String insurer) {
        this.folder = claims.resolve(Numbers.month(month)).resolve(insurer).resolve("0_COMMON001");
        this.month = month;
    }

    /// Writes a claim.
    ///
    /// @param rows from `RE` on
    /// @return points that were cut
    long add(Receipt receipt, List<ClaimRow> rows, Fate fate) throws IOException {
        var kind = receipt.kind();
        var writer = writer(kind);
        var number = counts.merge(kind, 1, Integer::sum);
        rows.getFirst().set("number", number % 1_000_000);
        writer.write(DECIDED, 1, 0, Review.management(kind, Numbers.search(kind, month, number)));
        var line = FIRST_LINE;
        for (var row : Rows.institution(kind, receipt.facility(), month)) {
            writer.write(CLAIMED, line++, 0, row);
        }
        var first = line;
        for (var row : rows) {
            writer.write(CLAIMED, line++, 0, row);
        }
        writer.write(DECIDED, line++, 0, Review.operation(kind));
        return switch (fate) {
            case PAID -> 0;
            case RETURNED -> {
                writer.write(RETURNED, line, 0, returned(kind));
                yield 0;
            }
            case RESENT -> {
                // What had been claimed before goes with it and does not count.
                writer.write(HISTORY, 1, 0, rows.getFirst());
                writer.write(HISTORY, 2, 0, insurance(rows));
                yield 0;
            }
            case REDUCED, BROKEN -> cut(writer, kind, rows, first, line, fate);
        };
    }

    private ClaimRow returned(Kind kind) {
        return ClaimRow.of(kind, "HR")
                .set("month", Numbers.month(month.plusMonths(1)))
                .set("return_kind", BY_REVIEW)
                .set("reason", REASON);
    }

    private static ClaimRow insurance(List<ClaimRow> rows) {
        return rows.get(1);
    }

    private static long cut(ClaimWriter writer, Kind kind, List<ClaimRow> rows, int first, int end, Fate fate)
            throws IOException {
        var line = end;
        if (fate == Fate.BROKEN) {
            writer.write(DECIDED, line++, 0, Review.broken(kind));
        }
        var cut = Review.cut(rows);
        if (cut.isEmpty()) {
            return 0;
        }
        var total = first + 1;
        writer.write(DECIDED, total, 1, Review.total(insurance(rows), cut.get()));
        writer.write(DECIDED, line++, 0, Review.delete(kind, first + cut.get().index()));
        writer.write(DECIDED, line, 0, Review.replace(kind, total, insurance(rows)));
        return cut.get().points();
    }

    private ClaimWriter writer(Kind kind) throws IOException {
        var file = files.get(kind);
        if (file == null) {
            var name = "1%d_RECODEINFO_%s.CSV".formatted(Numbers.fileDigit(kind), kind.tag());
            file = new OpenFile(folder, name, Family.INSURER);
            files.put(kind, file);
        }
        return file.writer();
    }

    void finish() throws IOException {
        for (var file : files.values()) {
            file.finish();
        }
    }

    @Override
    public void close() throws IOException {
        for (var file : files.values()) {
            file.close();
        }
    }
}
