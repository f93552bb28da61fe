package org.tsunagu.checkupformat.problems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Case tables (`*.cases.tsv`): one case a line, `expected` holds the checks that must fire and no other may.
final class Cases {

    private Cases() {}

    /// One case. A case of a check either makes it fire, or shows where it keeps quiet.
    record Case(String name, String base, String about, String change, List<String> expected) {

        boolean fires() {
            return expected.contains(about);
        }

        @Override
        public String toString() {
            return about + " " + name;
        }
    }

    static List<Case> read(String table) {
        try (var in = Cases.class.getResourceAsStream(table)) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var head = List.of(lines.getFirst().split("\t", -1));
            return lines.stream().skip(1).map(line -> read(table, head, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Case> all() {
        return Stream.of(
                        "document.cases.tsv",
                        "guidance.cases.tsv",
                        "archive.cases.tsv",
                        "file.cases.tsv",
                        "claim.cases.tsv")
                .flatMap(table -> read(table).stream())
                .toList();
    }

    private static Case read(String table, List<String> head, String line) {
        var cells = List.of(line.split("\t", -1));
        if (cells.size() != head.size()) {
            throw new IllegalArgumentException("%s: %d cells in: %s".formatted(table, cells.size(), line));
        }
        var row = IntStream.range(0, head.size())
                .boxed()
                .collect(java.util.stream.Collectors.toMap(head::get, cells::get));
        return of(row);
    }

    private static Case of(Map<String, String> row) {
        var expected = row.get("expected");
        return new Case(
                row.get("row"),
                row.get("base"),
                row.get("about"),
                row.get("change"),
                expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }
}
