package org.tsunagu.statistics.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsunagu.statistics.Shared;

class StandardPopulationTest {

    static final StandardPopulation OF_1985 = StandardPopulation.of1985();
    static final StandardPopulation OF_2015 = StandardPopulation.of2015();

    @Test
    void totals_are_the_published_ones() {
        assertThat(OF_1985.total()).isEqualTo(120_287);
        assertThat(OF_2015.total()).isEqualTo(125_319);
        assertThat(OF_1985.bands()).hasSize(18);
        assertThat(OF_2015.bands()).hasSize(21);
    }

    @Test
    void the_standard_of_2015_is_not_confirmed() {
        assertThat(OF_1985.isConfirmed()).isTrue();
        assertThat(OF_2015.isConfirmed()).isFalse();
    }

    @Test
    void weights_of_the_checkup_bands_add_up_to_1() {
        var weights = OF_2015.weights(AgeBand.ofCheckups());

        assertThat(weights).hasSize(7);
        assertThat(weights.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, within(1e-12));
        assertThat(weights.getFirst()).isCloseTo(7766.0 / 59_391, within(1e-12));
    }

    @Test
    void the_oldest_bands_of_2015_are_joined_when_data_end_at_85() {
        var wanted = List.of(new AgeBand(75, 84), new AgeBand(85, AgeBand.OPEN));

        // 6306 + 4720 and 3134 + 1548 + 423 = 5105
        assertThat(OF_2015.weights(wanted).get(1)).isCloseTo(5105.0 / (11_026 + 5105), within(1e-12));
    }

    @Test
    void a_band_that_the_standard_cannot_be_split_into_is_refused() {
        assertThatThrownBy(() -> OF_1985.weights(List.of(new AgeBand(85, 89))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("S60");
    }

    @Test
    void the_two_published_copies_agree_with_ours() {
        var ids = List.of("S60", "H27");
        var files = List.of("model_population_s60.tsv", "model_population_h27.tsv");
        for (var i = 0; i < 2; i++) {
            var ours = i == 0 ? OF_1985 : OF_2015;
            var lines = Shared.rows("spec/statistics/" + files.get(i));
            assertThat(lines).as(ids.get(i)).hasSize(ours.bands().size());
            for (var row = 0; row < lines.size(); row++) {
                assertThat(Double.valueOf(lines.get(row).get("weight_thousands")))
                        .isEqualTo(ours.persons().get(row));
            }
        }
    }

    @Test
    void the_copy_beside_the_claims_has_the_same_weights() {
        for (var line : Shared.rows("spec/claims/standard_populations.tsv")) {
            var ours = line.get("population_id").equals("JP1985") ? OF_1985 : OF_2015;
            var ages = line.get("age_band").replace("+", "-" + AgeBand.OPEN).split("-");
            var band = new AgeBand(Integer.parseInt(ages[0]), Integer.parseInt(ages[1]));
            var all = new AgeBand(0, AgeBand.OPEN);
            var share = ours.weights(List.of(band, all)).getFirst()
                    / ours.weights(List.of(band, all)).getLast();
            assertThat(share * ours.total())
                    .as(line.toString())
                    .isCloseTo(Double.parseDouble(line.get("weight_thousands")), within(1e-6));
        }
    }
}
