package org.tsunagu.cli.check;

import java.util.List;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.cli.output.OutputFolder;
import org.tsunagu.cli.output.PartialFile;

/// The four CSV files of a run, begun with their headings (結果のCSV).
public record ResultFiles(PartialFile documents, PartialFile results, PartialFile findings, PartialFile reasons) {

    /// One row a document.
    public static final String DOCUMENTS = "documents.csv";
    /// One row a result.
    public static final String RESULTS = "results.csv";
    /// One row a finding.
    public static final String FINDINGS = "findings.csv";
    /// One row a reason.
    public static final String REASONS = "reasons.csv";

    static ResultFiles begin(OutputFolder folder) {
        return new ResultFiles(
                begin(folder, DOCUMENTS, DocumentRows.COLUMNS),
                begin(folder, RESULTS, ResultRows.COLUMNS),
                begin(folder, FINDINGS, FindingRows.COLUMNS),
                begin(folder, REASONS, ReasonRows.COLUMNS));
    }

    private static PartialFile begin(OutputFolder folder, String name, List<String> columns) {
        var heading = new CsvBytes();
        columns.forEach(heading::cell);
        heading.endRow();
        var file = folder.file(name);
        file.write(heading);
        return file;
    }
}
