package org.tsunagu.spark.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tsunagu.measures.mart.DuckSession;
import org.tsunagu.measures.mart.Mart;
import org.tsunagu.measures.mart.MartFolder;

/// Everything in a version of a mart (集計用データの中身), sorted, to be compared.
final class Content {

    private Content() {}

    static List<String> of(Path version) throws IOException, SQLException {
        var all = new ArrayList<String>();
        for (var table : Mart.tables()) {
            if (!MartFolder.files(version, table).isEmpty()) {
                of(version, table, Mart.names(table)).forEach(row -> all.add(table + " " + row));
            }
        }
        return all;
    }

    static List<String> of(Path version, String table, String columns) throws IOException, SQLException {
        var files = MartFolder.files(version, table).stream()
                .map(file -> "'" + DuckSession.quoted(file) + "'")
                .collect(Collectors.joining(", ", "[", "]"));
        try (var session = DuckSession.open(version.resolve(".spill"));
                var statement = session.connection().createStatement();
                var result =
                        statement.executeQuery("select concat_ws('|', %s) as line from read_parquet(%s) order by line"
                                .formatted(columns, files))) {
            var lines = new ArrayList<String>();
            while (result.next()) {
                lines.add(result.getString(1));
            }
            return lines;
        }
    }
}
