package org.tsunagu.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagu.measures.count.DuckEngine;
import org.tsunagu.measures.count.Figure;

/// Every measure over one small invented world (人工データ): 24 people of two insurers over three years. The expected
/// figures were counted person by person, without SQL.
class MeasuresTest {

    static final Path CASES = Path.of("src/test/resources/org/tsunagu/measures");
    static final List<String> BY = List.of("fiscal_year", "sex");

    @TempDir
    Path spill;

    @ParameterizedTest
    @MethodSource("keys")
    void a_measure_gives_the_figures_counted_by_hand(String key) throws IOException, SQLException {
        var measure = Measures.find(key).orElseThrow();
        try (var engine = DuckEngine.overCsv(CASES.resolve("world"), spill)) {
            assertThat(engine.count(measure, BY).stream().map(MeasuresTest::line))
                    .containsExactlyElementsOf(expected(key));
        }
    }

    static Stream<String> keys() {
        return Measures.all().stream().map(Measure::key);
    }

    private static List<String> expected(String key) throws IOException {
        return Files.readAllLines(CASES.resolve("expected/" + key + ".csv")).stream()
                .skip(1)
                .toList();
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

    @Test
    void there_are_at_least_forty() {
        assertThat(Measures.all()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void every_figure_says_what_it_counts_in_both_languages() {
        for (var measure : Measures.all()) {
            for (var language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
                assertThat(measure.title(language)).as(measure.key()).isNotBlank();
                assertThat(measure.definition(language)).as(measure.key()).isNotBlank();
            }
        }
    }

    @Test
    void the_sums_of_the_strata_are_the_whole() throws SQLException {
        try (var engine = DuckEngine.overCsv(CASES.resolve("world"), spill)) {
            for (var measure : Measures.all()) {
                if (measure.dimension().isEmpty()) {
                    var total = engine.count(measure, List.of()).getFirst();
                    var parts = engine.count(measure, Measure.STRATA);
                    assertThat(parts.stream().map(Figure::part).reduce((a, b) -> a.add(b)))
                            .as(measure.key())
                            .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo(total.part()));
                }
            }
        }
    }

    @Test
    void no_measure_compares_a_value_with_a_threshold() {
        for (var measure : Measures.all()) {
            assertThat(measure.sql().replaceAll("months > 0|fiscal_year - [12]", ""))
                    .as(measure.key())
                    .doesNotContainPattern("[<>]=? *-?[0-9]");
        }
    }
}
