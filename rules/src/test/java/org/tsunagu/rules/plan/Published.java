package org.tsunagu.rules.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.codes.time.FiscalYear;

/// The tables of a plan that a society published in 2018, as printed; the first line of each file names the place.
final class Published {

    private Published() {}

    static List<Map<String, String>> table(String name) {
        try (var in = Published.class.getResourceAsStream("published/" + name + ".tsv")) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .toList();
            var heading = lines.get(1);
            return lines.stream().skip(2).map(cells -> row(heading, cells)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(String[] heading, String[] cells) {
        var row = new HashMap<String, String>();
        for (var i = 0; i < heading.length; i++) {
            row.put(heading[i], cells[i]);
        }
        return row;
    }

    static FiscalYear year(Map<String, String> row) {
        return new FiscalYear(Integer.parseInt(row.get("year")));
    }

    static long number(Map<String, String> row, String column) {
        return Long.parseLong(row.get(column));
    }
}
