package org.tsunagu.statistics.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsunagu.statistics.ratio.Means.Summary;
import org.tsunagu.statistics.result.Warning;

class SharesTest {

    @Test
    void eighty_one_of_263_is_the_published_illustration() {
        var wilson = Shares.share(81, 263).interval().orElseThrow();

        assertThat(wilson.low()).isCloseTo(0.2553, within(0.00005));
        assertThat(wilson.high()).isCloseTo(0.3662, within(0.00005));
    }

    @Test
    void the_exact_interval_is_wider_than_wilson() {
        var exact = Shares.clopperPearson(81, 263, 0.95);

        assertThat(exact.low()).isCloseTo(0.25273674558527126, within(1e-8));
        assertThat(exact.high()).isCloseTo(0.36762192260135135, within(1e-8));
    }

    @Test
    void none_and_all_end_at_0_and_1() {
        assertThat(Shares.wilson(0, 20, 0.95).low()).isZero();
        assertThat(Shares.wilson(20, 20, 0.95).high()).isEqualTo(1);
        assertThat(Shares.clopperPearson(0, 20, 0.95).low()).isZero();
        assertThat(Shares.clopperPearson(20, 20, 0.95).high()).isEqualTo(1);
        assertThat(Shares.clopperPearson(0, 20, 0.95).high()).isCloseTo(1 - Math.pow(0.025, 1.0 / 20), within(1e-8));
    }

    @Test
    void a_share_of_nobody_is_no_number() {
        assertThat(Shares.share(0, 0).value()).isEmpty();
        assertThat(Shares.share(0, 0).warnings()).containsExactly(Warning.TOO_FEW_PERSONS);
        assertThatThrownBy(() -> Shares.wilson(3, 2, 0.95)).hasMessageContaining("3 of 2");
    }

    @Test
    void a_rate_is_counted_per_person_year() {
        var rate = Shares.rate(10, 2000);

        assertThat(rate.value()).hasValue(0.005);
        assertThat(rate.interval().orElseThrow().high()).isCloseTo(18.39145861 / 2000, within(1e-9));
        assertThat(rate.persons()).isEqualTo(2000);
        assertThat(Shares.rate(0, 0).value()).isEmpty();
    }

    @Test
    void a_mean_has_the_t_interval() {
        var mean = Means.mean(new Summary(10, 120, 15));

        var half = 2.262157162798205 * 15 / Math.sqrt(10);
        assertThat(mean.interval().orElseThrow().low()).isCloseTo(120 - half, within(1e-8));
        assertThat(Means.mean(new Summary(1, 120, 0)).interval()).isEmpty();
    }

    @Test
    void an_adjusted_mean_weighs_the_strata() {
        var mean = Means.adjusted(List.of(new Summary(25, 100, 10), new Summary(100, 140, 20)), List.of(3.0, 1.0));

        assertThat(mean.value()).hasValue(110);
        // 0.75² × 100/25 + 0.25² × 400/100 = 2.25 + 0.25
        assertThat(mean.standardError().orElseThrow()).isCloseTo(Math.sqrt(2.5), within(1e-12));
        assertThat(mean.persons()).isEqualTo(125);
    }
}
