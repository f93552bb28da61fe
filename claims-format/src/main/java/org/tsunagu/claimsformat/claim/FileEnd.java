package org.tsunagu.claimsformat.claim;

import java.util.stream.Collectors;
import org.tsunagu.claimsformat.claim.ClaimReader.Total;
import org.tsunagu.claimsformat.record.Family;
import org.tsunagu.claimsformat.record.RecordReader;

/// Looks at a file that was read to its end (ファイル末尾の点検): whether it is whole, whether its totals hold, and what was
/// met often enough to be said once.
final class FileEnd {

    private static final int MOST_SHOWN = 5;

    private final FileContext file;

    FileEnd(FileContext file) {
        this.file = file;
    }

    void check(RecordReader reader, Total total) {
        var line = reader.line();
        if (reader.isTooLong()) {
            file.report("CLM-FILE-ROW", line, "", "line", String.valueOf(line));
        }
        var hasTotal = !total.equals(Total.NONE);
        if (reader.isUnfinished() && !hasTotal) {
            file.report("CLM-FILE-TRUNCATED", line, "");
        }
        if (file.family() == Family.PROVIDER) {
            if (hasTotal) {
                totals(total, line);
            } else {
                file.report("CLM-FILE-END", line, "");
            }
        }
        if (file.counts().receipts == 0) {
            file.report("CLM-FILE-EMPTY", 0, "");
        }
        notes(reader);
        insurers();
    }

    private void totals(Total total, int line) {
        var counts = file.counts();
        if (!file.volume().isEmpty()
                && !file.volume().equals("00")
                && !file.volume().equals("99")) {
            file.report("CLM-GO-VOLUMES", line, "");
            return;
        }
        if (total.count() == 0 && total.points() == 0) {
            return;
        }
        if (total.count() != counts.headers) {
            compare("CLM-GO-COUNT", line, total.count(), counts.headers);
        }
        if (total.points() != counts.leadingPoints) {
            compare("CLM-GO-POINTS", line, total.points(), counts.leadingPoints);
        }
    }

    private void compare(String check, int line, long expected, long actual) {
        file.report(check, line, "", "expected", String.valueOf(expected), "actual", String.valueOf(actual));
    }

    private void notes(RecordReader reader) {
        var counts = file.counts();
        if (reader.quotedFields() > 0) {
            file.report("CLM-QUOTES", 0, "", "actual", String.valueOf(reader.quotedFields()));
        }
        if (counts.reexaminationRows > 0) {
            file.report("CLM-REEXAMINATION", 0, "", "actual", String.valueOf(counts.reexaminationRows));
        }
        counts.unknownRecords.forEach((record, found) -> file.report(
                "CLM-RECORD-UNKNOWN",
                found[1],
                "",
                "record",
                record,
                "actual",
                String.valueOf(found[0]),
                "line",
                String.valueOf(found[1])));
    }

    private void insurers() {
        var insurers = file.counts().insurers;
        if (file.family() == Family.INSURER && insurers.size() > 1) {
            var shown = insurers.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "));
            file.report(
                    "CLM-FILE-INSURERS",
                    0,
                    "",
                    "actual",
                    String.valueOf(insurers.size()),
                    "numbers",
                    insurers.size() > MOST_SHOWN ? shown + " …" : shown);
        }
    }
}
