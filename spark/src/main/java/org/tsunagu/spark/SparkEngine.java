package org.tsunagu.spark;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.tsunagu.measures.Measure;
import org.tsunagu.measures.Measures;
import org.tsunagu.measures.count.CountSql;
import org.tsunagu.measures.count.Engine;
import org.tsunagu.measures.count.Figure;
import org.tsunagu.measures.count.Figures;
import org.tsunagu.measures.mart.Mart;

/// Counts on Apache Spark (Sparkによる集計): the SQL of the measures unchanged, on as many machines as the session has.
public final class SparkEngine implements Engine {

    private final SparkSession session;

    private SparkEngine(SparkSession session) {
        this.session = session;
        Measures.preparation("spark").forEach(session::sql);
    }

    /// Opens versions of marts; several insurers' marts are counted together.
    ///
    /// @param session a session of any master
    /// @param versions folders as every worker sees them: paths or addresses of an object storage
    public static SparkEngine over(SparkSession session, List<String> versions) {
        for (var table : Mart.tables()) {
            var folders = versions.stream()
                    .map(version -> version + "/" + table)
                    .filter(SparkEngine::isThere)
                    .toArray(String[]::new);
            var rows = folders.length == 0
                    ? session.createDataFrame(
                            List.of(),
                            session.read()
                                    .schema(Mart.schema(table))
                                    .csv(session.emptyDataset(org.apache.spark.sql.Encoders.STRING()))
                                    .schema())
                    : session.read().schema(Mart.schema(table)).parquet(folders);
            rows.createOrReplaceTempView(table);
        }
        return new SparkEngine(session);
    }

    /// A folder of this machine may be missing; of an object storage it is taken to be there.
    private static boolean isThere(String folder) {
        return folder.contains("://") || Files.isDirectory(Path.of(folder));
    }

    /// Opens a folder with one CSV file for each table: the small worlds that every engine is tested with.
    public static SparkEngine overCsv(SparkSession session, Path folder) {
        for (var table : Mart.tables()) {
            session.read()
                    .option("header", true)
                    .option("emptyValue", "")
                    .option("nullValue", "\u0000")
                    .schema(Mart.schema(table))
                    .csv(folder.resolve(table + ".csv").toUri().toString())
                    .createOrReplaceTempView(table);
        }
        return new SparkEngine(session);
    }

    @Override
    public List<Figure> count(Measure measure, List<String> by) {
        return session.sql(CountSql.of(measure, by)).collectAsList().stream()
                .map(row -> figure(measure, row))
                .toList();
    }

    private static Figure figure(Measure measure, Row row) {
        var strata = new ArrayList<String>();
        for (var column = 0; column < row.size() - 2; column++) {
            strata.add(row.isNullAt(column) ? "" : row.get(column).toString());
        }
        return Figures.of(measure, strata, number(row, row.size() - 2), number(row, row.size() - 1));
    }

    private static BigDecimal number(Row row, int column) {
        return row.isNullAt(column)
                ? BigDecimal.ZERO
                : new BigDecimal(row.get(column).toString());
    }

    @Override
    public void close() {
        session.stop();
    }
}
