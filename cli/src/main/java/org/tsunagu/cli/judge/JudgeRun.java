package org.tsunagu.cli.judge;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.cli.csv.CsvInput;
import org.tsunagu.cli.output.PartialFile;
import org.tsunagu.codes.item.Items;
import org.tsunagu.rules.Judging;

/// Judges the people of a CSV (CSVの判定): columns `id`, `sex`, `birth_date`, `exam_date` and any item by its code.
public final class JudgeRun {

    private static final int ENOUGH_TO_WRITE = 1 << 16;

    private final Path in;
    private final PartialFile out;
    private final JudgeMessages messages;
    private final Items items = Items.shipped();
    private final CsvBytes csv = new CsvBytes();

    /// Prepares a run.
    public JudgeRun(Path in, PartialFile out, JudgeMessages messages) {
        this.in = in;
        this.out = out;
        this.messages = messages;
    }

    /// What came of it (判定の件数).
    ///
    /// @param rows people judged
    /// @param missing fixed columns that are not there: then nobody was judged
    public record Result(long rows, List<String> missing) {}

    /// Reads, judges and writes.
    ///
    /// @throws IOException if the input cannot be read
    /// @throws de.siegmar.fastcsv.reader.CsvParseException if it is no CSV: a quote is never closed
    public Result run() throws IOException {
        RowJudge.COLUMNS.forEach(csv::cell);
        csv.endRow();
        try (var reader = CsvInput.open(in)) {
            var records = reader.records();
            var first = records.hasNext() ? line(records.next()) : new CsvLine(1, List.of());
            var heading = Heading.read(first.cells(), first.number(), items, messages);
            if (!heading.missing().isEmpty()) {
                return new Result(0, heading.missing());
            }
            var rows = judge(records, heading);
            if (reader.isDamaged()) {
                messages.cell("damaged", 1, 1, "", "");
            }
            return new Result(rows, List.of());
        }
    }

    private long judge(Iterator<CsvRecord> records, Heading heading) {
        var judge = new RowJudge(items, heading, Judging.shipped(), messages, csv);
        var rows = 0L;
        while (records.hasNext()) {
            judge.judge(line(records.next()));
            rows++;
            if (csv.length() >= ENOUGH_TO_WRITE) {
                out.write(csv);
                csv.clear();
            }
        }
        out.write(csv);
        csv.clear();
        return rows;
    }

    private static CsvLine line(CsvRecord record) {
        return new CsvLine(record.getStartingLineNumber(), record.getFields());
    }
}
