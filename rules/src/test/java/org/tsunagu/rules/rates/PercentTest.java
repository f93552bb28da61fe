package org.tsunagu.rules.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentTest {

    @ParameterizedTest
    @CsvSource({
        "30%, 30%",
        "３０％, 30%",
        "30 %, 30%",
        "7.98%, 7.98%",
        "0.5%, 0.5%",
        "1%, 1%",
        "100%, 100%",
        "0%, 0%",
        "0.3, 30%",
        "0.30, 30%",
        "1, 100%",
        "1.0, 100%",
        "1.5, 1.5%",
        "30, 30%",
        "100, 100%",
        "0, 0%"
    })
    void a_rate_is_read_as_percent_or_as_a_fraction(String text, String read) {
        assertThat(Percent.parse(text)).map(Percent::toString).contains(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "-1%", "-0.1", "100.1%", "101", "abc", "3割", "1e-1", "30%%", "0,3", "NaN"})
    void anything_else_is_no_rate(String text) {
        assertThat(Percent.parse(text)).isEmpty();
    }

    @Test
    void the_same_share_is_equal_however_it_was_written() {
        assertThat(Percent.parse("30%")).isEqualTo(Percent.parse("0.300"));
        assertThat(Percent.parse("7.98%").orElseThrow().of(1000)).isEqualByComparingTo("79.8");
    }

    @Test
    void a_share_beyond_the_whole_is_a_programmers_error() {
        assertThatThrownBy(() -> new Percent(new BigDecimal("1.01"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Percent(new BigDecimal("-0.01"))).isInstanceOf(IllegalArgumentException.class);
    }
}
