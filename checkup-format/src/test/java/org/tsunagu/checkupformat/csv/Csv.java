package org.tsunagu.checkupformat.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tsunagu.checkupformat.Documents;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

/// What reading a CSV gave, for tests.
record Csv(List<CheckupDocument> documents, List<Problem> problems) {

    static Csv read(ColumnMap map, String text) {
        return read(map, text.getBytes(StandardCharsets.UTF_8), CsvSettings.employer());
    }

    static Csv read(ColumnMap map, byte[] bytes, CsvSettings settings) {
        var csv = new Csv(new ArrayList<>(), new ArrayList<>());
        var reporter = new Reporter(CheckupCatalogue.shipped(), csv.problems::add);
        try {
            new CheckupCsv(Documents.ITEMS, settings)
                    .read(new ByteArrayInputStream(bytes), map, Place.of("a.csv"), reporter, csv.documents::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv;
    }

    /// A file in our own layout with one item and one row.
    static Csv item(String code, String cell) {
        return read(ColumnMap.shipped("tsunagu"), """
                sex,birth_date,exam_date,%s
                1,1972-02-14,2024-05-10,%s
                """.formatted(code, cell));
    }

    Observation only() {
        return documents.getFirst().observations().getFirst();
    }

    /// The problems as `CODE line:column`.
    List<String> places() {
        return problems.stream()
                .map(problem -> "%s %d:%d"
                        .formatted(
                                problem.code(),
                                problem.place().line(),
                                problem.place().column()))
                .toList();
    }
}
