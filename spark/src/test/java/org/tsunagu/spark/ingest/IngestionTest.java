package org.tsunagu.spark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.measures.Measures;
import org.tsunagu.measures.count.DuckEngine;
import org.tsunagu.spark.LocalCluster;
import org.tsunagu.spark.SparkEngine;
import org.tsunagu.spark.ingest.Ingestion.Done;

/// Files of an invented insurer on their way into a mart, against what the commands of one machine say of the same
/// files.
class IngestionTest {

    @TempDir
    static Path folder;

    static Delivery delivery;
    static SparkSession session;
    static Done done;

    @BeforeAll
    static void take_everything_in() throws IOException, SQLException {
        delivery = Delivery.make(folder);
        session = LocalCluster.none(2);
        done = new Ingestion(session).run(delivery.into(folder.resolve("mart")));
    }

    @AfterAll
    static void close() throws IOException {
        session.close();
    }

    @Test
    void judgements_are_those_of_the_check() throws IOException, SQLException {
        Delivery.tsunagu(
                "check",
                delivery.archives().toString(),
                "--out",
                folder.resolve("check").toString(),
                "--quiet");
        var expected = new ArrayList<String>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve("check/documents.csv"))) {
            for (var row : rows) {
                if (!row.getField("metabolic").isEmpty()
                        && !row.getField("status").matches("reject|error|rejected|quarantined")) {
                    expected.add(String.join(
                            "|",
                            row.getField("insurer_number"),
                            row.getField("exam_date"),
                            row.getField("facility_number"),
                            row.getField("metabolic"),
                            row.getField("level"),
                            row.getField("certainty")));
                }
            }
        }

        assertThat(Content.of(
                        done.version(), "checkup", "insurer, checkup_date, facility, metabolic, level, certainty"))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void claims_are_those_of_the_command_and_one_that_came_twice_counts_once() throws IOException, SQLException {
        Delivery.tsunagu(
                "claims",
                delivery.claims().toString(),
                "--out",
                folder.resolve("claims-out").toString(),
                "--quiet");
        var expected = new ArrayList<String>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve("claims-out/claims.csv"))) {
            for (var row : rows) {
                if (row.getField("status").equals("counted")) {
                    expected.add(row.getField("care_month").replace("-", "") + "|" + row.getField("kind") + "|"
                            + row.getField("days") + "|" + row.getField("points_decided") + "0");
                }
            }
        }

        assertThat(expected).hasSize(100);
        assertThat(Content.of(done.version(), "claim", "care_month, kind, days, yen"))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(Content.of(done.version(), "claim_disease", "yen")).hasSize(100);
    }

    @Test
    void people_are_the_same_in_register_checkups_and_claims() throws IOException, SQLException {
        var people = Content.of(done.version(), "person_year", "person");

        assertThat(people).containsAll(Content.of(done.version(), "claim", "person"));
        assertThat(people).containsAll(Content.of(done.version(), "checkup", "person"));
    }

    @Test
    void nobody_counts_with_two_checkups_in_a_year() throws IOException, SQLException {
        assertThat(Content.of(done.version(), "checkup", "case when counted then person || fiscal_year else null end"))
                .filteredOn(line -> !line.isEmpty())
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void doing_it_again_reads_nothing_and_changes_nothing() throws IOException, SQLException {
        var again = new Ingestion(session).run(delivery.into(folder.resolve("mart")));

        assertThat(again.read()).isZero();
        assertThat(again.files()).isEqualTo(done.files());
        assertThat(Content.of(again.version())).isEqualTo(Content.of(done.version()));
        assertThat(again.findings()).isEqualTo(done.findings());
    }

    @Test
    void a_file_that_came_twice_changes_nothing() throws IOException, SQLException {
        var twice = Files.createDirectories(folder.resolve("twice"));
        for (var name : List.of("a.zip", "b.zip")) {
            Files.copy(first(delivery.archives()), twice.resolve(name));
        }
        var order = new Order(
                twice.toString(),
                "",
                "",
                "",
                folder.resolve("key").toString(),
                folder.resolve("of-twice").toString(),
                2023,
                2025,
                "2026-11-26");
        var once = Files.createDirectories(folder.resolve("once"));
        Files.copy(first(delivery.archives()), once.resolve("a.zip"));
        var other = new Order(
                once.toString(),
                "",
                "",
                "",
                folder.resolve("key").toString(),
                folder.resolve("of-once").toString(),
                2023,
                2025,
                "2026-11-26");

        assertThat(Content.of(new Ingestion(session).run(order).version()))
                .isNotEmpty()
                .isEqualTo(Content.of(new Ingestion(session).run(other).version()));
    }

    @Test
    void the_register_of_another_day_adds_no_months() throws IOException, SQLException {
        var registers = Files.createDirectories(folder.resolve("registers"));
        var members = Files.readAllLines(delivery.register().resolve("members.csv"));
        Files.write(registers.resolve("july.csv"), members.subList(0, members.size() - 1));
        Files.write(registers.resolve("december.csv"), members);
        var order = new Order(
                "",
                "",
                registers.toString(),
                "",
                folder.resolve("key").toString(),
                folder.resolve("of-registers").toString(),
                2023,
                2025,
                "2026-11-26");

        assertThat(Content.of(new Ingestion(session).run(order).version(), "person_year", "person, fiscal_year, months"))
                .isNotEmpty()
                .isEqualTo(Content.of(done.version(), "person_year", "person, fiscal_year, months"));
    }

    private static Path first(Path archives) throws IOException {
        try (var files = Files.list(archives)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void the_mart_counts_the_same_on_both_engines() throws IOException, SQLException {
        var spark = SparkEngine.over(session, List.of(done.version().toString()));
        try (var duck = DuckEngine.forMany(done.version(), folder.resolve("spill"))) {
            for (var key : List.of("CHECKUP-RATE", "METABOLIC", "COST-PER-MEMBER", "VALUE-MEANS", "OBESE-BMI")) {
                var measure = Measures.find(key).orElseThrow();
                assertThat(spark.count(measure, measure.shownBy()))
                        .as(key)
                        .isNotEmpty()
                        .isEqualTo(duck.count(measure, measure.shownBy()));
            }
        }
    }
}
