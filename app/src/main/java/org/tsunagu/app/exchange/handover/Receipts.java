package org.tsunagu.app.exchange.handover;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.checkupformat.csv.DetectingReader;

/// Answers of receivers (受領・不受理の応答). What receivers really send is not known: this is a plain CSV of
/// ours with the
/// columns `file` (name of the document in the archive), `result` (`accepted` or `rejected`) and
/// `reason`.
public final class Receipts {

    private static final List<String> HEADINGS = List.of("file", "result", "reason");
    private static final String ACCEPTED = "accepted";
    private static final String REJECTED = "rejected";
    private static final int LONGEST = 200;

    private Receipts() {}

    /// Reads an answer.
    ///
    /// @return why not, by file; empty for what was taken. Nothing when the file is no such answer
    public static Optional<Map<String, String>> read(InputStream in) throws IOException {
        var reasons = new LinkedHashMap<String, String>();
        try (var text = new DetectingReader(in, Optional.empty());
                var rows = CsvReader.builder()
                        .detectBomHeader(true)
                        .allowUnclosedQuote(false)
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .build(CsvRecordHandler.of(), text)) {
            var isFirst = true;
            for (var row : rows) {
                if (isFirst ? !row.getFields().equals(HEADINGS) : !take(row.getFields(), reasons)) {
                    return Optional.empty();
                }
                isFirst = false;
            }
        } catch (CsvParseException quotesAreWrong) {
            return Optional.empty();
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(reasons);
    }

    private static boolean take(List<String> cells, Map<String, String> reasons) {
        if (cells.size() != HEADINGS.size() || cells.getFirst().isBlank()) {
            return false;
        }
        var reason = cells.getLast().strip();
        return switch (cells.get(1).strip()) {
            case ACCEPTED -> {
                reasons.put(cells.getFirst().strip(), "");
                yield true;
            }
            case REJECTED -> {
                reasons.put(cells.getFirst().strip(), reason.isEmpty() ? "-" : cut(reason));
                yield true;
            }
            default -> false;
        };
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
