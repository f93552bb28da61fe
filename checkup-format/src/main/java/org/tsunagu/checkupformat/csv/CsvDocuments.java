package org.tsunagu.checkupformat.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Checks;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

/// The rows of an employer's CSV as documents with their problems (事業者健診CSVの行). What is wrong with a row comes with
/// the row, everything else by itself; both in the order of the file.
public final class CsvDocuments {

    private static final CsvSettings EMPLOYER = CsvSettings.employer();

    private final CheckupCsv csv;
    private final Checks checks;
    private final Sink sink;
    private final List<Problem> reported = new ArrayList<>();

    /// Takes what was read.
    public interface Sink {

        /// A row.
        ///
        /// @param place the row: its entry is `row` and the number of its line
        /// @param problems what is wrong with it, at line and cell
        void row(Place place, CheckupDocument document, List<Problem> problems);

        /// What is wrong with the file, or with lines that are not rows of people.
        void others(List<Problem> problems);
    }

    /// Reads for a day.
    ///
    /// @param received day the file was received: dates after it are wrong
    public CsvDocuments(Items items, Checks checks, LocalDate received, Sink sink) {
        this.csv = new CheckupCsv(
                items,
                new CsvSettings(EMPLOYER.category(), EMPLOYER.programme(), Optional.of(received), EMPLOYER.encoding()));
        this.checks = checks;
        this.sink = sink;
    }

    /// Reads a file to its end. One that cannot be read is a problem like others.
    ///
    /// @param columns how it is laid out; empty to choose one of the shipped maps
    /// @param place the file
    public void read(Path file, Optional<ColumnMap> columns, Place place) {
        var reporter = new Reporter(checks, reported::add);
        try (var in = Files.newInputStream(file)) {
            var map = columns.isPresent() ? columns.get() : detect(file);
            csv.read(in, map, place, reporter, document -> row(document, place.file()));
        } catch (IOException e) {
            reporter.report("ARCHIVE-UNREADABLE", place, "reason", e.getClass().getSimpleName());
        }
        others(List.copyOf(reported));
        reported.clear();
    }

    private void others(List<Problem> problems) {
        if (!problems.isEmpty()) {
            sink.others(problems);
        }
    }

    private void row(CheckupDocument document, String file) {
        var line = line(document);
        var place = new Place(file, "row %d".formatted(line), "", 0, 0);
        var own = reported.stream()
                .filter(problem -> problem.place().line() == line)
                .map(problem -> in(place, problem))
                .toList();
        others(reported.stream()
                .filter(problem -> problem.place().line() != line)
                .toList());
        reported.clear();
        sink.row(place, document, own);
    }

    private static Problem in(Place row, Problem problem) {
        var at = problem.place();
        var place = row.at(at.line(), at.column()).item(at.item());
        return new Problem(problem.code(), problem.severity(), place, problem.arguments());
    }

    /// The line a document stands on: that of its last cell, because records of a facility come before those of
    /// people.
    private static int line(CheckupDocument document) {
        var header = document.header();
        var patient = header.patient();
        var fields = Stream.of(
                        header.examDate(),
                        patient.insurerNumber(),
                        patient.symbol(),
                        patient.number(),
                        patient.name(),
                        patient.sex(),
                        patient.birth())
                .mapToInt(Field::line);
        var results = document.observations().stream().mapToInt(Observation::line);
        return IntStream.concat(fields, results).max().orElse(0);
    }

    /// The shipped map that fits the first line: records, our headings, or their Japanese names.
    private static ColumnMap detect(Path file) throws IOException {
        try (var in =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1))) {
            var first = new char[1 << 12];
            var count = Math.max(0, in.read(first));
            var line = new String(first, 0, count).lines().findFirst().orElse("");
            return ColumnMap.fitting(line);
        }
    }
}
