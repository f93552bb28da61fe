package org.tsunagu.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tsunagu.measures.mart.DuckSession;
import org.tsunagu.measures.mart.Mart;
import org.tsunagu.rules.mark.Marks;

/// A mart drawn by the engine itself (計測用の集計データ), with the sizes of real ones: two of five members examined, every mark
/// for each of them, five claims a year with four diseases each, in the order in which they come in.
final class DrawnMart {

    private static final int FIRST_YEAR = 2019;
    private static final int CLAIMS = 5;

    private final DuckSession session;
    private final Path version;
    private final int members;

    private DrawnMart(DuckSession session, Path version, int members) {
        this.session = session;
        this.version = version;
        this.members = members;
    }

    static void draw(Path version, Path spill, int members, int years) throws IOException, SQLException {
        try (var session = DuckSession.open(spill)) {
            var mart = new DrawnMart(session, version, members);
            for (var year = FIRST_YEAR; year < FIRST_YEAR + years; year++) {
                mart.year(year);
            }
        }
    }

    private void year(int year) throws IOException, SQLException {
        write("person_year", year, people(year));
        write("checkup", year, checkups());
        write("result", year, results());
        write("mark", year, marks());
        write("course", year, courses());
        write("claim", year, monthly(claims()));
        write("claim_disease", year, monthly(diseases()));
    }

    private void write(String table, int year, String query) throws IOException, SQLException {
        var file = Files.createDirectories(version.resolve(table)).resolve("06139992-%d.parquet".formatted(year));
        var columns = Mart.columns(table).stream()
                .map(column -> "cast(%1$s as %2$s) as %1$s".formatted(column.name(), column.type()))
                .collect(Collectors.joining(", "));
        var filled = query.replace("PERSON", "p, '06139992', " + year).replace("YEAR", Integer.toString(year));
        session.execute("copy (select %s from (%s) drawn (%s)) to '%s' (format parquet, compression zstd)"
                .formatted(columns, filled, Mart.names(table), DuckSession.quoted(file)));
    }

    /// Everybody, with keys as long as those of the application.
    private String everybody() {
        return " from (select i, left(md5(cast(i as varchar)), 24) from range(%d) r (i)) t (i, p)".formatted(members);
    }

    private String people(int year) {
        return "select PERSON, cast(1 + i % 2 as varchar), cast(hash(i) % 75 as int) + " + (year - FIRST_YEAR)
                + ", case when i % 3 = 0 then 'family' else 'self' end, 'employer' || hash(i, 1) % 60,"
                + " cast(100 + hash(i, 2) % 80 as varchar), 12, hash(i) % 75 >= 40, hash(i) % 75 >= 40, '', 'source'"
                + everybody();
    }

    /// Every second of those in the ages of the programme.
    private static String examined() {
        return " where hash(i) % 75 >= 40 and i % 2 = 0";
    }

    private String checkups() {
        return "select cast(YEAR as bigint) * 100000000 + i, PERSON, make_date(YEAR, cast(5 + hash(i, 3) % 7 as int), 15), true,"
                + " '1319999999', cast(1 + hash(i, 4) % 4 as varchar), cast(1 + hash(i, 5) % 4 as varchar), hash(i, 5) % 4 < 2, 'source'"
                + everybody()
                + examined();
    }

    private String results() {
        return "select cast(YEAR as bigint) * 100000000 + i, PERSON, 'variable' || v, 90 + hash(i, v) % 90"
                + everybody()
                + ", range(20) u (v)"
                + examined();
    }

    private String marks() {
        var names = Marks.table().stream()
                .map(row -> "'" + row.text("mark") + "'")
                .distinct()
                .toList();
        return "select cast(YEAR as bigint) * 100000000 + i, PERSON, m, hash(i, m) % 4 = 0, 'source'"
                + everybody()
                + ", unnest(%s) u (m)".formatted(names)
                + examined();
    }

    private String courses() {
        return "select cast(YEAR as bigint) * 100000000 + i, cast(YEAR as bigint) * 100000000 + i, PERSON, '1', '',"
                + " make_date(YEAR, 10, 1), make_date(YEAR, 11, 1), case when i % 4 = 0 then make_date(YEAR, 12, 20) end, '', 180"
                + everybody()
                + examined()
                + " and hash(i, 5) % 4 < 2 and i % 6 = 0";
    }

    /// Claims month after month, those of a person apart.
    private static String monthly(String query) {
        return IntStream.range(0, CLAIMS)
                .mapToObj(claim -> query.replace("CLAIM", Integer.toString(claim)))
                .collect(Collectors.joining(" union all "));
    }

    private String claims() {
        return "select cast(YEAR as bigint) * 1000000000 + i * 10 + CLAIM, PERSON, YEAR * 100 + 4 + CLAIM,"
                + " ['MED', 'PHA', 'DEN', 'DPC'][1 + CLAIM % 4], CLAIM % 4 = 3, 2, cast(hash(i, CLAIM) % 50000 as bigint), '0402', 'a'"
                + everybody();
    }

    private String diseases() {
        return "select cast(YEAR as bigint) * 1000000000 + i * 10 + CLAIM, PERSON, d, '0' || 100 + hash(i, d) % 120,"
                + " case when hash(i, d) % 3 = 0 then 'group' || hash(i, d) % 14 else '' end, false,"
                + " cast(hash(i, CLAIM, d) % 9000 as bigint)"
                + everybody()
                + ", range(4) v (d)";
    }
}
