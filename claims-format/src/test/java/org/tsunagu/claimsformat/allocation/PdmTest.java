package org.tsunagu.claimsformat.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The worked example of the specification, and what must hold for every population.
class PdmTest {

    static final int A = 0;
    static final int B = 1;
    static final int C = 2;
    static final int WOMEN = 2;

    record Claim(int sex, long points, int days, int... classes) {}

    static final List<Claim> EXAMPLE =
            List.of(new Claim(WOMEN, 1000, 1, A), new Claim(WOMEN, 600, 2, A, B), new Claim(WOMEN, 900, 1, A, B, C));

    static PdmWeights weights(List<Claim> claims, String rounding, int classes) {
        var statistics = new PdmStatistics(PdmRounding.of(rounding, List.of()), classes);
        claims.forEach(claim -> statistics.add(claim.sex(), claim.points(), claim.days(), claim.classes()));
        return statistics.weights();
    }

    static long[] shares(Claim claim, PdmWeights weights) {
        return LargestRemainder.split(claim.points(), weights.of(claim.sex(), claim.classes()));
    }

    @Test
    void the_worked_example_gives_its_weights_and_shares() {
        var weights = weights(EXAMPLE, PdmRounding.REFERENCE, 3);

        assertThat(weights.of(WOMEN, new int[] {A, B, C})).containsExactly(672_068, 211_132, 482_219);
        assertThat(shares(EXAMPLE.get(0), weights)).containsExactly(1000);
        assertThat(shares(EXAMPLE.get(1), weights)).containsExactly(457, 143);
        assertThat(shares(EXAMPLE.get(2), weights)).containsExactly(443, 139, 318);
    }

    @Test
    void days_are_split_by_the_mean_days_of_the_classes() {
        var weights = weights(EXAMPLE, PdmRounding.REFERENCE, 3);

        assertThat(weights.daysOf(WOMEN, new int[] {A, B, C}))
                .as("1.3, 1.5 and 1.0 in tenths")
                .containsExactly(13, 15, 10);
        assertThat(weights.daysOf(WOMEN, new int[] {C, B})).containsExactly(10, 15);
    }

    @Test
    void without_rounding_the_weights_have_nine_decimals() {
        var weights = weights(EXAMPLE, PdmRounding.NONE, 3).of(WOMEN, new int[] {A, B, C});

        assertThat(weights[A] / 1e9).isBetween(672.0, 672.3);
        assertThat(weights[A] % 1000).isNotZero();
        assertThatThrownBy(() -> PdmRounding.of("other", List.of())).hasMessageContaining("reference");
    }

    @Test
    void men_and_women_are_populations_of_their_own() {
        var claims = new ArrayList<>(EXAMPLE);
        claims.add(new Claim(1, 50_000, 1, A));

        var all = new int[] {A, B, C};
        assertThat(weights(claims, PdmRounding.REFERENCE, 3).of(WOMEN, all))
                .isEqualTo(weights(EXAMPLE, PdmRounding.REFERENCE, 3).of(WOMEN, all));
    }

    @Test
    void the_order_of_the_claims_does_not_matter() {
        var claims = new ArrayList<Claim>();
        var random = new Random(3);
        for (var i = 0; i < 2_000; i++) {
            var classes = random.ints(1 + random.nextInt(9), 0, 20).toArray();
            claims.add(new Claim(random.nextInt(3), random.nextInt(200_000), random.nextInt(31), classes));
        }
        var once = weights(claims, PdmRounding.REFERENCE, 20);
        Collections.shuffle(claims, new Random(4));

        var again = weights(claims, PdmRounding.REFERENCE, 20);
        for (var claim : claims) {
            assertThat(again.of(claim.sex(), claim.classes())).isEqualTo(once.of(claim.sex(), claim.classes()));
            assertThat(Arrays.stream(shares(claim, once)).sum()).isEqualTo(claim.points());
        }
    }

    @Test
    void weights_that_would_be_invalid_are_zero_and_the_claim_is_split_equally() {
        var nothing = new Claim(WOMEN, 0, 0, A, B);
        var negative = new Claim(1, -500, 1, C);
        var weights = weights(List.of(nothing, negative), PdmRounding.REFERENCE, 4);

        assertThat(weights.of(WOMEN, new int[] {A, B, C, 3})).containsExactly(0, 0, 0, 0);
        assertThat(weights.of(1, new int[] {A, B, C, 3})).containsExactly(0, 0, 0, 0);
        assertThat(LargestRemainder.split(5, weights.of(WOMEN, new int[] {A, B})))
                .containsExactly(3, 2);
        assertThat(LargestRemainder.split(5, weights.of(0, new int[] {A, 3}))).containsExactly(3, 2);
    }

    @Test
    void two_rows_of_one_class_are_two_rows() {
        var twice = new Claim(WOMEN, 100, 1, A, A);

        assertThat(shares(twice, weights(List.of(twice), PdmRounding.REFERENCE, 1)))
                .containsExactly(50, 50);
    }

    @Test
    void each_method_gives_its_weights() {
        var sharing = new long[] {10, 30, 30};

        assertThat(Method.MAIN.weights(sharing, 0, -1)).containsExactly(1, 0, 0);
        assertThat(Method.MAXRES.weights(sharing, 0, -1))
                .as("ties: the earlier")
                .containsExactly(0, 1, 0);
        assertThat(Method.MAXRES.weights(sharing, 0, 2)).as("as recorded").containsExactly(0, 0, 1);
        assertThat(Method.PDM.weights(sharing, 0, -1)).containsExactly(10, 30, 30);
        assertThat(LargestRemainder.split(10, Method.EQUAL.weights(sharing, 0, -1)))
                .containsExactly(4, 3, 3);
        for (var method : Method.values()) {
            assertThat(method.row().text("name_en")).isNotEmpty();
        }
    }
}
