package org.tsunagu.privacy.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagu.privacy.extract.Column.Role;
import org.tsunagu.privacy.extract.Extract.Demand;
import org.tsunagu.privacy.extract.RiskReport.Diversity;

class ExtractTest {

    static final List<Column> COLUMNS = List.of(
            new Column("person", Role.ID, "CODE"),
            new Column("sex", Role.QUASI, "CODE"),
            new Column("age", Role.QUASI, "AGE"),
            new Column("area", Role.QUASI, "AREA"),
            new Column("level", Role.SENSITIVE, "CODE"));

    static List<List<String>> people(int count, long seed) {
        var random = new Random(seed);
        var rows = new ArrayList<List<String>>();
        for (var i = 0; i < count; i++) {
            rows.add(List.of(
                    "p" + i,
                    String.valueOf(1 + random.nextInt(2)),
                    String.valueOf(40 + random.nextInt(35)),
                    "%03d0000".formatted(random.nextInt(30)),
                    String.valueOf(1 + random.nextInt(3))));
        }
        return rows;
    }

    /// Else a coarser band would tell where in a finer one somebody is.
    @ParameterizedTest
    @ValueSource(strings = {"BMI", "WAIST", "SBP", "DBP", "HBA1C", "LDL", "HDL", "EGFR"})
    void a_coarser_band_is_made_of_whole_finer_ones(String kind) {
        var ladder = Coarsening.ladder(kind);
        for (var rung = 1; rung < ladder.size(); rung++) {
            var finer = ladder.get(rung - 1);
            var coarser = ladder.get(rung);
            var within = new HashMap<String, String>();
            for (var tenths = 0; tenths < 3000; tenths++) {
                var value = tenths / 10 + "." + tenths % 10;
                var known = within.putIfAbsent(finer.of(value), coarser.of(value));
                assertThat(known == null ? coarser.of(value) : known).as(value).isEqualTo(coarser.of(value));
            }
        }
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource({
        "AGE, 0, 43, 40-44",
        "AGE, 0, 39, -39",
        "AGE, 0, 116, 85-",
        "AGE, 1, 74, 70-79",
        "AREA, 0, 1234567, 123",
        "AREA, 1, 1234567, 12",
        "DATE, 0, 2024-05-10, 2024-05",
        "DATE, 1, 2024-05-10, 2024",
        "WHOLE, 0, 141.5, 142",
        "FIVES, 0, 72.4, 70",
        "TENTH, 0, 5.55, 5.6",
        "WHOLE, 0, 5000, 1000",
        "BMI, 0, 18.4, <18.5",
        "BMI, 0, 18.5, 18.5-<25",
        "BMI, 0, 41.9, >=30",
        "BMI, 1, 24.9, <25",
        "BMI, 2, 24.9, ''",
        "HBA1C, 0, 6.5, 6.5-<8",
        "SBP, 1, 139, 130-<140",
        "EGFR, 0, low, ''",
        "AGE, 0, old, ''"
    })
    void cases(String ladder, int rung, String value, String coarse) {
        assertThat(Coarsening.ladder(ladder).get(rung).of(value)).isEqualTo(coarse);
    }

    @Test
    void nobody_is_in_a_class_below_k_whatever_the_rows() {
        for (var seed = 1; seed <= 30; seed++) {
            for (var k : List.of(3, 10, 25)) {
                var extract = Extract.of(COLUMNS, people(40 + seed * 20, seed), new Demand(k, 0.05));

                assertThat(Risk.classes(COLUMNS, extract.rows()).values()).allMatch(size -> size >= k);
                assertThat(extract.rows().size() + extract.suppressed()).isEqualTo(40 + seed * 20);
                assertThat(extract.after().prosecutor()).isLessThanOrEqualTo(1.0 / k);
            }
        }
    }

    @Test
    void columns_become_coarser_before_many_people_are_left_out() {
        var rows = people(300, 5);
        var strict = Extract.of(COLUMNS, rows, new Demand(10, 0));
        var loose = Extract.of(COLUMNS, rows, new Demand(10, 1));

        assertThat(strict.suppressed()).isZero();
        assertThat(loose.suppressed()).isGreaterThan(200);
        assertThat(loose.rungs().get(2).row().key()).isEqualTo("AGE-5");
        assertThat(strict.rungs().stream().map(rung -> rung.row().key())).contains("AREA-NONE");
    }

    @Test
    void the_order_of_the_rows_says_nothing() {
        var rows = people(200, 9);

        assertThat(Extract.of(COLUMNS, rows.reversed(), new Demand(5, 0.1)).rows())
                .isEqualTo(Extract.of(COLUMNS, rows, new Demand(5, 0.1)).rows());
    }

    @Test
    void the_risks_are_those_of_the_definitions() {
        // Classes of 1, 2 and 3 people; in the population 4, 2 and 6.
        var rows = List.of(
                List.of("a", "1", "40", "", "1"),
                List.of("b", "1", "50", "", "1"),
                List.of("c", "1", "50", "", "1"),
                List.of("d", "2", "60", "", "1"),
                List.of("e", "2", "60", "", "2"),
                List.of("f", "2", "60", "", "3"));
        var population = Map.of(
                Risk.key(COLUMNS, rows.get(0)),
                4,
                Risk.key(COLUMNS, rows.get(1)),
                2,
                Risk.key(COLUMNS, rows.get(3)),
                6);
        var known = Risk.of(COLUMNS, rows, 3);
        var unknown = Risk.of(COLUMNS, rows, 3, population);

        assertThat(known.prosecutor()).isEqualTo(1);
        assertThat(known.average()).isEqualTo(0.5);
        assertThat(known.uniques()).isEqualTo(1);
        assertThat(known.inSmall()).isEqualTo(3);
        assertThat(unknown.journalist()).isEqualTo(0.5);
        assertThat(unknown.marketer()).isCloseTo((0.25 + 1 + 0.5) / 6, within(1e-9));
        assertThat(known.diversity()).containsExactly(new Diversity("level", 1, 2));
    }

    @Test
    void a_class_that_protects_nobody_cannot_be_asked_for() {
        assertThatThrownBy(() -> new Demand(2, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Coarsening.ladder("NAME")).hasMessageContaining("coarsenings.tsv");
    }

    @Test
    void nothing_in_is_nothing_out() {
        assertThat(Extract.of(COLUMNS, List.of(), new Demand(10, 0)).rows()).isEmpty();
    }
}
