package org.tsunagu.spark.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.tsunagu.measures.mart.Mart;
import org.tsunagu.measures.mart.MartBuild;
import org.tsunagu.measures.mart.MartFolder;

/// Makes one mart of what was taken in (統合): what only all files together show, by `merge.sql`. The new mart comes into
/// force
/// at once.
final class Merging {

    private static final Pattern PART = Pattern.compile("(?m)^([a-z_]+):\\n((?:(?!^--).*\\n)*?.*);$");
    private static final String TAKEN = "taken";

    private final SparkSession session;

    Merging(SparkSession session) {
        this.session = session;
    }

    /// Merges.
    ///
    /// @param taken folders of the inputs
    /// @return the version of the mart that is now in force
    Path merge(List<String> taken, Path out) throws IOException, SQLException {
        try (var build = MartBuild.begin(new MartFolder(out))) {
            for (var part : parts().entrySet()) {
                merge(part.getKey(), part.getValue(), taken, build.folder(part.getKey()));
            }
            return build.publish();
        }
    }

    private void merge(String table, String sql, List<String> taken, Path into) {
        var folders = taken.stream()
                .map(folder -> Path.of(folder, table))
                .filter(Files::isDirectory)
                .map(Path::toString)
                .toArray(String[]::new);
        if (folders.length > 0) {
            session.read().schema(Mart.schema(table)).parquet(folders).createOrReplaceTempView(TAKEN);
            session.sql(sql)
                    .repartition(functions.col("insurer"), functions.col("fiscal_year"))
                    .sortWithinPartitions("insurer", "fiscal_year", "person")
                    .write()
                    .option("compression", "zstd")
                    .parquet(into.toString());
        }
    }

    private static Map<String, String> parts() {
        try (var stream = Objects.requireNonNull(Merging.class.getResourceAsStream("merge.sql"), "merge.sql")) {
            var parts = new LinkedHashMap<String, String>();
            PART.matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .forEach(found -> parts.put(found.group(1), found.group(2)));
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
