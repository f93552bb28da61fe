package org.tsunagu.claimsformat.claim;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.tsunagu.claimsformat.record.ClaimFile;
import org.tsunagu.claimsformat.record.Family;
import org.tsunagu.claimsformat.record.FileRow;
import org.tsunagu.claimsformat.record.FileRows;
import org.tsunagu.claimsformat.record.LimitExceeded;
import org.tsunagu.claimsformat.record.RecordCode;
import org.tsunagu.claimsformat.record.RecordReader;
import org.tsunagu.claimsformat.record.TextEncoding;
import org.tsunagu.codes.problem.Checks;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

/// Reads the claims of files one after the other (レセプトの読み取り). One claim is in memory at a time; the same claim in two
/// files of one reader counts once. Not thread safe.
public final class ClaimReader {

    private final Checks checks;
    private final SeenClaims seen = new SeenClaims();
    private final LineBuilder.Codes codes = new LineBuilder.Codes();
    private final FileRows rows = new FileRows();
    private int files;

    /// A reader that has seen nothing yet.
    ///
    /// @param checks how much each finding weighs
    public ClaimReader(Checks checks) {
        this.checks = checks;
    }

    /// Reads a file to its end, or to where it cannot be read any further.
    ///
    /// @param claims takes each claim that was not refused, in the order of the file
    /// @param problems takes every finding; those of a claim come before the claim
    public FileSummary read(ClaimFile file, Consumer<Claim> claims, Consumer<Problem> problems) {
        files++;
        var reporter = new Reporter(checks, problems);
        var context = new FileContext(files, file.place(), file.family(), file.kind(), reporter);
        var assembler = new ClaimAssembler(context, seen, codes, claims);
        rows.clear();
        try {
            var encoding = encoding(file);
            try (var reader = new RecordReader(file.open(), encoding, file.family())) {
                var total = read(reader, context, assembler);
                new FileEnd(context).check(reader, total);
                return summary(encoding, reader.line(), context.counts());
            }
        } catch (LimitExceeded e) {
            reporter.report(e.check(), file.place(), "expected", e.limit());
            return summary(TextEncoding.WINDOWS_31J, 0, context.counts());
        } catch (IOException e) {
            reporter.report(
                    "CLM-FILE-UNREADABLE", file.place(), "reason", e.getClass().getSimpleName());
            return summary(TextEncoding.WINDOWS_31J, 0, context.counts());
        }
    }

    private static TextEncoding encoding(ClaimFile file) throws IOException {
        try (var in = file.open()) {
            return TextEncoding.detect(in);
        }
    }

    private static FileSummary summary(TextEncoding encoding, int lines, FileCounts counts) {
        Map<String, Integer> unknown = new LinkedHashMap<>();
        counts.unknownRecords.forEach((record, count) -> unknown.put(record, count[0]));
        return new FileSummary(encoding, counts.receipts, lines, unknown);
    }

    private Total read(RecordReader reader, FileContext context, ClaimAssembler assembler) throws IOException {
        var total = Total.NONE;
        var hasReceipt = false;
        while (reader.next()) {
            var row = reader.row();
            var code = row.code();
            if (code == RecordCode.GO && context.family() == Family.PROVIDER) {
                flush(assembler);
                hasReceipt = false;
                total = Total.of(row);
            } else {
                if (!Parts.isHistory(row) && begins(context.family(), code, hasReceipt)) {
                    flush(assembler);
                    hasReceipt = false;
                }
                hasReceipt |= code == RecordCode.RE || code == RecordCode.MN;
                rows.add(row);
            }
        }
        flush(assembler);
        return total;
    }

    /// Whether a row is the first of the next claim.
    private static boolean begins(Family family, int code, boolean hasReceipt) {
        return switch (family) {
            case INSURER -> code == RecordCode.MN;
            case PROVIDER ->
                hasReceipt
                        && (code == RecordCode.RE
                                || code == RecordCode.IR
                                || code == RecordCode.YK
                                || code == RecordCode.HM
                                || code == RecordCode.UK);
        };
    }

    private void flush(ClaimAssembler assembler) {
        if (rows.size() > 0) {
            assembler.assemble(rows);
            rows.clear();
        }
    }

    /// What the billing form says (請求書の合計).
    ///
    /// @param count of headers; [FileRow#NOT_A_NUMBER] without a form
    record Total(long count, long points) {

        static final Total NONE = new Total(FileRow.NOT_A_NUMBER, FileRow.NOT_A_NUMBER);

        private static final int COUNT = 1;
        private static final int POINTS = 2;

        static Total of(FileRow row) {
            return new Total(row.number(COUNT, 0), row.number(POINTS, 0));
        }
    }
}
