package org.tsunagu.statistics;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Published tables that lie beside the project and are no part of it; a test that needs them is skipped
/// without.
public final class Shared {

    private static final String BESIDE = "../../shared";

    private Shared() {}

    public static List<Map<String, String>> rows(String path) {
        var file = Path.of(System.getProperty("tsunagu.shared.dir", BESIDE)).resolve(path);
        assumeTrue(Files.exists(file), "not there: " + path);
        try {
            var lines = Files.readAllLines(file);
            var header = lines.getFirst().split("\t", -1);
            return lines.stream().skip(1).map(line -> row(header, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(String[] header, String line) {
        var cells = line.split("\t", -1);
        var row = new HashMap<String, String>();
        for (var i = 0; i < header.length; i++) {
            row.put(header[i], cells[i]);
        }
        return row;
    }
}
