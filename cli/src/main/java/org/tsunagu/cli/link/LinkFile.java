package org.tsunagu.cli.link;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.tsunagu.cli.csv.CsvInput;
import org.tsunagu.linkage.column.Records;

/// A CSV with the records to be linked, read whole (突合するCSV). Values repeat much, so that each is kept once.
///
/// @param ids number of each record, in the order of the file
/// @param records the cells of all columns
public record LinkFile(List<String> ids, Records records) {

    /// Receives what is odd about a row: `id`, `double` or `cells`, or about the file: `damaged`.
    @FunctionalInterface
    public interface Oddities {
        void found(String what, long line, String id);
    }

    /// Reads a file; empty lines are passed over.
    ///
    /// @param id heading of the column with the numbers of the records; without it nothing is read
    /// @throws IOException if it cannot be read
    /// @throws de.siegmar.fastcsv.reader.CsvParseException if it is no CSV
    public static LinkFile read(Path file, String id, Oddities oddities) throws IOException {
        try (var reader = CsvInput.open(file)) {
            var rows = reader.records();
            var headings = rows.hasNext()
                    ? rows.next().getFields().stream().map(String::strip).toList()
                    : List.<String>of();
            var reading = new Reading(headings, headings.indexOf(id), oddities);
            if (reading.idAt >= 0) {
                rows.forEachRemaining(reading::add);
            }
            if (reader.isDamaged()) {
                oddities.found("damaged", 1, "");
            }
            return new LinkFile(List.copyOf(reading.ids), new Records(headings, reading.columns));
        }
    }

    private static final class Reading {

        private final int idAt;
        private final Oddities oddities;
        private final List<String> ids = new ArrayList<>();
        private final List<List<String>> columns = new ArrayList<>();
        private final HashSet<String> known = new HashSet<>();
        private final Map<String, String> kept = new HashMap<>();

        Reading(List<String> headings, int idAt, Oddities oddities) {
            this.idAt = idAt;
            this.oddities = oddities;
            headings.forEach(heading -> columns.add(new ArrayList<>()));
        }

        void add(CsvRecord row) {
            var line = row.getStartingLineNumber();
            var cells = row.getFields();
            if (cells.size() != columns.size()) {
                oddities.found("cells", line, "");
            }
            var id = idAt < cells.size() ? cells.get(idAt).strip() : "";
            if (id.isEmpty()) {
                oddities.found("id", line, "");
                return;
            }
            if (!known.add(id)) {
                oddities.found("double", line, id);
            }
            ids.add(id);
            for (var i = 0; i < columns.size(); i++) {
                // The numbers are all different and never compared.
                var text = i == idAt || i >= cells.size() ? "" : cells.get(i).strip();
                columns.get(i).add(kept.computeIfAbsent(text, same -> same));
            }
        }
    }
}
