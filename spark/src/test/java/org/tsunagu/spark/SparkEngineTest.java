package org.tsunagu.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagu.measures.Measure;
import org.tsunagu.measures.Measures;
import org.tsunagu.measures.count.Figure;

/// The cases of `measures`, the same as for DuckDB.
class SparkEngineTest {

    static final Path CASES = Path.of("../measures/src/test/resources/org/tsunagu/measures");
    static SparkEngine engine;

    @BeforeAll
    static void open() {
        engine = SparkEngine.overCsv(
                SparkSession.builder()
                        .appName("tsunagu")
                        .master("local[2]")
                        .config("spark.ui.enabled", "false")
                        .config("spark.driver.host", "127.0.0.1")
                        .config("spark.driver.bindAddress", "127.0.0.1")
                        .config("spark.sql.shuffle.partitions", "2")
                        .config("spark.sql.warehouse.dir", "target/warehouse")
                        .getOrCreate(),
                CASES.resolve("world").toAbsolutePath());
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_measure_gives_the_same_figures_as_on_duckdb(String key) throws IOException {
        var measure = Measures.find(key).orElseThrow();

        assertThat(engine.count(measure, List.of("fiscal_year", "sex")).stream().map(SparkEngineTest::line))
                .containsExactlyElementsOf(Files.readAllLines(CASES.resolve("expected/" + key + ".csv")).stream()
                        .skip(1)
                        .toList());
    }

    static Stream<String> keys() {
        return Measures.all().stream().map(Measure::key);
    }

    private static String line(Figure figure) {
        return Stream.concat(
                        figure.strata().stream(),
                        Stream.of(
                                figure.part().toPlainString(),
                                figure.whole().toPlainString(),
                                figure.value().map(Object::toString).orElse("")))
                .collect(Collectors.joining(","));
    }
}
