package org.tsunagu.cli.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tsunagu.checkupformat.csv.CheckupCsv;
import org.tsunagu.checkupformat.csv.ColumnMap;
import org.tsunagu.checkupformat.csv.CsvSettings;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.checkupformat.problems.Reporter;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;

/// Makes tasks of the rows of a CSV file (CSVの行).
final class CsvDocuments {

    private static final CsvSettings EMPLOYER = CsvSettings.employer();

    private final Setting setting;
    private final CheckRequest request;
    private final Consumer<Task> load;
    private final List<Problem> reported = new ArrayList<>();

    CsvDocuments(Setting setting, CheckRequest request, Consumer<Task> load) {
        this.setting = setting;
        this.request = request;
        this.load = load;
    }

    void load(Input input, Origin origin) {
        var reporter = new Reporter(setting.checks(), reported::add);
        var settings = new CsvSettings(
                EMPLOYER.category(), EMPLOYER.programme(), Optional.of(request.received()), EMPLOYER.encoding());
        try (var in = Files.newInputStream(input.path())) {
            var map = request.columns().isPresent() ? request.columns().get() : detect(input.path());
            new CheckupCsv(setting.items(), settings)
                    .read(in, map, origin.place(), reporter, document -> load(document, origin));
        } catch (IOException e) {
            reporter.report(
                    "ARCHIVE-UNREADABLE", origin.place(), "reason", e.getClass().getSimpleName());
        }
        load.accept(new Task.Note(origin, List.copyOf(reported)));
        reported.clear();
    }

    private void load(CheckupDocument document, Origin origin) {
        var line = line(document);
        var place = new Place(origin.shownName(), "row %d".formatted(line), "", 0, 0);
        var own = reported.stream()
                .filter(problem -> problem.place().line() == line)
                .map(problem -> in(place, problem))
                .toList();
        var others = reported.stream()
                .filter(problem -> problem.place().line() != line)
                .toList();
        reported.clear();
        if (!others.isEmpty()) {
            load.accept(new Task.Note(origin, others));
        }
        load.accept(new Task.Row(origin, place, document, own));
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
            if (line.startsWith("1,") || line.startsWith("\"1\",")) {
                return ColumnMap.shipped("records-1-2-5-9");
            }
            return ColumnMap.shipped(line.contains("exam_date") ? "tsunagu" : "tsunagu-ja");
        }
    }
}
