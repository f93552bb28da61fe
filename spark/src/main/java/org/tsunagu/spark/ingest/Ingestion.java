package org.tsunagu.spark.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.tsunagu.spark.ingest.Taking.Taken;

/// Takes archives, claims and registers into a mart (取り込みジョブ). Every file is a task of its own; the mart is a function
/// of
/// the files, however many machines work on it, whichever of them die, and however often it is started.
public final class Ingestion {

    private final SparkSession session;

    /// @param session a session of any master
    public Ingestion(SparkSession session) {
        this.session = session;
    }

    /// What was done (結果).
    ///
    /// @param version folder of the mart that is now in force
    /// @param files inputs in it, of these `read` now and the others before
    /// @param findings how often each check has found something
    public record Done(Path version, int files, long read, Map<String, Long> findings) {}

    /// Does all of it.
    public Done run(Order order) throws IOException, SQLException {
        var inputs = order.inputs();
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("no files to take in");
        }
        var taken = taken(order, inputs);
        var folders = taken.stream().map(Taken::folder).distinct().sorted().toList();
        var version = new Merging(session).merge(folders, Path.of(order.out()));
        var read = taken.stream().filter(Taken::isNew).count();
        return new Done(version, inputs.size(), read, findings(folders));
    }

    private List<Taken> taken(Order order, List<Input> inputs) {
        return JavaSparkContext.fromSparkContext(session.sparkContext())
                .parallelize(inputs, inputs.size())
                .map(input -> new Taking(order).take(input))
                .collect();
    }

    private static Map<String, Long> findings(List<String> folders) throws IOException {
        var findings = new TreeMap<String, Long>();
        for (var folder : folders) {
            for (var line : Files.readAllLines(Path.of(folder, Taking.FINDINGS))) {
                var cells = List.of(line.split("\t", -1));
                findings.merge(cells.getFirst(), Long.valueOf(cells.getLast()), Long::sum);
            }
        }
        return findings;
    }
}
