package org.tsunagu.app.exchange.upload;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.codes.problem.Problem;

/// A file with everything that is to be said about it (点検したファイル).
///
/// @param isCsv whether single cells can be put right and single lines left out
/// @param encoding of a CSV, as it was told from its bytes; empty for other files
/// @param proposals what could be put right, not confirmed yet
/// @param file what is wrong with the file itself
public record CheckedFile(
        boolean isCsv,
        String encoding,
        List<FileRow> rows,
        List<Correction> proposals,
        List<Correction> corrections,
        List<Problem> file) {

    /// How many rows there are of each kind.
    public Map<FileRow.Status, Long> counts() {
        var counts = new EnumMap<FileRow.Status, Long>(FileRow.Status.class);
        rows.forEach(row -> counts.merge(row.status(), 1L, Long::sum));
        return counts;
    }

    /// The rows that can be handed over now. Of a file that cannot be taken apart all or nothing is.
    public List<FileRow> ready() {
        var ready = rows.stream()
                .filter(row -> row.status() == FileRow.Status.READY)
                .toList();
        return isCsv || ready.size() == rows.size() ? ready : List.of();
    }

    /// The kinds of what could be put right.
    public List<Correction.Kind> kinds() {
        return proposals.stream().map(Correction::kind).distinct().sorted().toList();
    }
}
