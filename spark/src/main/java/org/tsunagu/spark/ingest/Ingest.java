package org.tsunagu.spark.ingest;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/// The job as it is submitted (取り込みの起動): `spark-submit --class org.tsunagu.spark.ingest.Ingest … --checkups DIR
/// --claims DIR
/// --register DIR [--masters DIR] --key-file FILE --years FIRST LAST [--received DAY] --out DIR`.
public final class Ingest {

    private Ingest() {}

    static void main(String[] arguments) throws IOException, SQLException {
        var given = List.of(arguments);
        var order = new Order(
                option(given, "--checkups", 1, ""),
                option(given, "--claims", 1, ""),
                option(given, "--register", 1, ""),
                option(given, "--masters", 1, ""),
                needed(given, "--key-file", 1),
                needed(given, "--out", 1),
                Integer.parseInt(needed(given, "--years", 1)),
                Integer.parseInt(needed(given, "--years", 2)),
                option(
                        given,
                        "--received",
                        1,
                        LocalDate.now(ZoneId.of("Asia/Tokyo")).toString()));
        try (var session = SparkSession.builder().appName("tsunagu ingest").getOrCreate()) {
            var done = new Ingestion(session).run(order);
            System.out.printf("files %d, read now %d, mart %s%n", done.files(), done.read(), done.version());
            done.findings().forEach((check, count) -> System.out.printf("%s\t%d%n", check, count));
        }
    }

    private static String needed(List<String> given, String name, int place) {
        var value = option(given, name, place, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + " is needed");
        }
        return value;
    }

    private static String option(List<String> given, String name, int place, String otherwise) {
        var at = given.indexOf(name);
        return at >= 0 && at + place < given.size() ? given.get(at + place) : otherwise;
    }
}
