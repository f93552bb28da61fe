package org.tsunagu.app.settlement.web;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tsunagu.app.settlement.Contract;
import org.tsunagu.checkupformat.csv.DetectingReader;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// Contracts in a CSV, one a line (契約のCSV): headings by `contract-columns.tsv`, in any order; every line
/// is read as the form is. With a finding nothing of the file is taken.
///
/// @param contracts in the order of the lines; none with a finding
public record ContractFile(List<Contract> contracts, List<Found> found) {

    private static final int MOST_LINES = 5000;
    private static final int MOST_FOUND = 100;
    private static final List<String> NEEDED = List.of("kind", "facility", "name", "service", "from", "source");
    private static final Table COLUMNS = table("contract-columns");
    private static final Table WORDS = table("contract-words");

    private static Table table(String name) {
        return Table.read("settlement/" + name, ContractFile.class.getResourceAsStream(name + ".tsv"));
    }

    /// What is wrong in a line (指摘).
    ///
    /// @param line 1 for the headings
    /// @param column as the file has it
    /// @param problem key of the message
    public record Found(long line, String column, String problem) {}

    /// The headings a file may have, in Japanese.
    static String headings() {
        return COLUMNS.rows().stream().map(row -> row.text("japanese")).collect(Collectors.joining("、"));
    }

    static ContractFile read(byte[] csv, LocalDate today) throws IOException {
        var contracts = new ArrayList<Contract>();
        var found = new ArrayList<Found>();
        try (var text = new DetectingReader(new ByteArrayInputStream(csv), Optional.empty());
                var rows = CsvReader.builder()
                        .detectBomHeader(true)
                        .allowUnclosedQuote(false)
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .build(CsvRecordHandler.of(), text)) {
            var iterator = rows.iterator();
            var headings = iterator.hasNext() ? iterator.next().getFields() : List.<String>of();
            var fields = fields(headings, found);
            while (found.size() < MOST_FOUND && iterator.hasNext()) {
                line(iterator.next(), headings, fields, today, contracts, found);
            }
        } catch (CsvParseException notCsv) {
            found.add(new Found(1, "", "settlement.problem.csv"));
        }
        if (contracts.isEmpty() && found.isEmpty()) {
            found.add(new Found(1, "", "settlement.problem.empty"));
        }
        return found.isEmpty()
                ? new ContractFile(List.copyOf(contracts), List.of())
                : new ContractFile(List.of(), List.copyOf(found));
    }

    /// The field of each column; those that are not known are named.
    private static Map<Integer, String> fields(List<String> headings, List<Found> found) {
        var fields = new HashMap<Integer, String>();
        for (var i = 0; i < headings.size(); i++) {
            var heading = plain(headings.get(i));
            var row = COLUMNS.rows().stream()
                    .filter(one -> heading.equals(one.key()) || heading.equals(plain(one.text("japanese"))))
                    .findFirst();
            if (row.isEmpty() || fields.containsValue(row.get().key())) {
                found.add(new Found(1, headings.get(i), "settlement.problem.column"));
            } else {
                fields.put(i, row.get().key());
            }
        }
        NEEDED.stream()
                .filter(needed -> !fields.containsValue(needed))
                .forEach(needed -> found.add(new Found(1, name(needed), "settlement.problem.missing")));
        return fields;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private static String name(String field) {
        return COLUMNS.rows().stream()
                .filter(row -> row.key().equals(field))
                .map(row -> row.text("japanese"))
                .findFirst()
                .orElse(field);
    }

    private static void line(
            CsvRecord record,
            List<String> headings,
            Map<Integer, String> fields,
            LocalDate today,
            List<Contract> contracts,
            List<Found> found) {
        var line = record.getStartingLineNumber();
        var typed = new HashMap<String, String>();
        fields.forEach((column, field) -> {
            if (column < record.getFieldCount()) {
                typed.put(field, value(field, record.getField(column)));
            }
        });
        if (contracts.size() >= MOST_LINES) {
            found.add(new Found(line, "", "settlement.problem.lines"));
            return;
        }
        for (var choice : List.of("kind", "service")) {
            var known = WORDS.rows().stream()
                    .filter(row -> row.text("column").equals(choice))
                    .anyMatch(row -> row.text("value").equals(typed.getOrDefault(choice, "")));
            if (!known) {
                found.add(new Found(line, name(choice), "settlement.problem.choice"));
                return;
            }
        }
        var read = ContractForm.read(typed, today);
        read.form()
                .problems()
                .forEach((field, problem) -> found.add(new Found(line, shown(field, headings, fields), problem)));
        contracts.addAll(read.contracts());
    }

    /// The heading of the file for a field, or the name of one that it lacks.
    private static String shown(String field, List<String> headings, Map<Integer, String> fields) {
        return fields.entrySet().stream()
                .filter(one -> one.getValue().equals(field))
                .map(one -> headings.get(one.getKey()))
                .findFirst()
                .orElseGet(() -> name(field));
    }

    private static String value(String field, String written) {
        var text = plain(written);
        return WORDS.rows().stream()
                .filter(row ->
                        row.text("column").equals(field) && row.text("word").equals(text))
                .map(ContractFile::word)
                .findFirst()
                .orElse(text);
    }

    private static String word(Row row) {
        return row.text("value");
    }
}
