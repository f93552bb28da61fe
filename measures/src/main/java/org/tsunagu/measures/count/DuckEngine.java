package org.tsunagu.measures.count;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagu.measures.Measure;
import org.tsunagu.measures.Measures;
import org.tsunagu.measures.mart.DuckSession;
import org.tsunagu.measures.mart.Mart;
import org.tsunagu.measures.mart.MartFolder;

/// Counts on the embedded DuckDB (DuckDBによる集計): what a laptop and a single insurer use.
public final class DuckEngine implements Engine {

    private final DuckSession session;

    private DuckEngine(DuckSession session) {
        this.session = session;
    }

    /// Views that many measures read: worked out once when many are counted.
    private static final Set<String> SHARED = Set.of("member", "examined", "to_guide", "paid");

    private static final String VIEW = "create or replace temporary view ";

    /// Opens one version of a mart for a question or two; tables it does not have are empty.
    ///
    /// @param version folder of the version
    /// @param spill folder for what does not fit into memory
    public static DuckEngine over(Path version, Path spill) throws IOException, SQLException {
        return prepared(opened(version, spill), false);
    }

    /// Opens one version of a mart to count many measures: what they share is worked out once.
    public static DuckEngine forMany(Path version, Path spill) throws IOException, SQLException {
        return prepared(opened(version, spill), true);
    }

    /// Opens one version of a mart to name the people behind a figure: by the very same SQL, with the
    /// person in place of a stratum.
    ///
    /// @param stratum the one of [Measure#STRATA] that is given up for it: `member_type`, `employer` or
    /// `area`
    public static DuckEngine byPerson(Path version, Path spill, String stratum) throws IOException, SQLException {
        return changed(version, spill, "member", ", " + stratum + ",", ", person as " + stratum + ",");
    }

    /// Opens one version of a mart with the institution of the checkup in place of the area: for measures
    /// of examined people.
    public static DuckEngine byFacility(Path version, Path spill) throws IOException, SQLException {
        return changed(version, spill, "examined", "select m.*,", "select m.* replace (c.facility as area),");
    }

    private static DuckEngine changed(Path version, Path spill, String view, String text, String other)
            throws IOException, SQLException {
        var session = opened(version, spill);
        for (var statement : Measures.preparation("duckdb")) {
            session.execute(statement.contains(VIEW + view + " ") ? statement.replace(text, other) : statement);
        }
        return new DuckEngine(session);
    }

    private static DuckSession opened(Path version, Path spill) throws IOException, SQLException {
        var session = DuckSession.open(spill);
        for (var table : Mart.tables()) {
            session.execute(source(version, table));
        }
        return session;
    }

    private static String source(Path version, String table) throws IOException {
        var files = MartFolder.files(version, table);
        if (files.isEmpty()) {
            return "create table %s (%s)".formatted(table, Mart.schema(table));
        }
        var list = files.stream()
                .map(file -> "'" + DuckSession.quoted(file) + "'")
                .collect(Collectors.joining(", ", "[", "]"));
        return "create view %s as select %s from read_parquet(%s)".formatted(table, Mart.names(table), list);
    }

    /// Opens a folder with one CSV file for each table, whose first line names the columns: small worlds
    /// for tests.
    public static DuckEngine overCsv(Path folder, Path spill) throws SQLException {
        var session = DuckSession.open(spill);
        for (var table : Mart.tables()) {
            session.execute("create table %s (%s)".formatted(table, Mart.schema(table)));
            var file = folder.resolve(table + ".csv");
            if (file.toFile().isFile()) {
                session.execute("copy %s from '%s' (header true, force_not_null (%s))"
                        .formatted(table, DuckSession.quoted(file), texts(table)));
            }
        }
        return prepared(session, true);
    }

    /// An empty cell of a text column is an empty text, as the mart has it.
    private static String texts(String table) {
        return Mart.columns(table).stream()
                .filter(column -> column.type().equals("string"))
                .map(Mart.Column::name)
                .collect(Collectors.joining(", "));
    }

    private static DuckEngine prepared(DuckSession session, boolean isForMany) throws SQLException {
        for (var statement : Measures.preparation("duckdb")) {
            session.execute(isForMany ? workedOut(statement) : statement);
        }
        return new DuckEngine(session);
    }

    /// A shared view as a table of the session.
    private static String workedOut(String statement) {
        var at = statement.indexOf(VIEW);
        var isShared = at >= 0
                && SHARED.contains(statement.substring(at + VIEW.length()).split(" ", 2)[0]);
        return isShared ? statement.replace(VIEW, "create or replace temporary table ") : statement;
    }

    @Override
    public List<Figure> count(Measure measure, List<String> by) {
        try (var statement = session.connection().createStatement();
                var result = statement.executeQuery(CountSql.of(measure, by))) {
            var figures = new ArrayList<Figure>();
            while (result.next()) {
                figures.add(figure(measure, result));
            }
            return figures;
        } catch (SQLException e) {
            throw new IllegalStateException("measure " + measure.key() + " cannot be counted", e);
        }
    }

    private static Figure figure(Measure measure, ResultSet result) throws SQLException {
        var strata = new ArrayList<String>();
        var columns = result.getMetaData().getColumnCount();
        for (var column = 1; column <= columns - 2; column++) {
            strata.add(Objects.requireNonNullElse(result.getString(column), ""));
        }
        return Figures.of(measure, strata, number(result, columns - 1), number(result, columns));
    }

    private static BigDecimal number(ResultSet result, int column) throws SQLException {
        return new BigDecimal(Objects.requireNonNullElse(result.getString(column), "0"));
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the engine did not close", e);
        }
    }
}
