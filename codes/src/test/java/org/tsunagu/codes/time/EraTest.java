package org.tsunagu.codes.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EraTest {

    @Test
    void the_first_year_of_an_era_is_written_with_its_own_sign() {
        assertThat(Era.format(LocalDate.of(2019, 5, 1))).isEqualTo("令和元年5月1日");
        assertThat(Era.format(LocalDate.of(2019, 4, 30))).isEqualTo("平成31年4月30日");
    }

    @Test
    void latin_text_abbreviates_the_era_to_a_letter() {
        assertThat(Era.abbreviate(LocalDate.of(2024, 6, 3))).isEqualTo("R6.6.3");
        assertThat(Era.abbreviate(LocalDate.of(1988, 12, 31))).isEqualTo("S63.12.31");
    }

    @Test
    void a_fiscal_year_in_which_the_era_changed_bears_the_name_of_the_new_one() {
        assertThat(Era.format(new FiscalYear(2019))).isEqualTo("令和元年度");
        assertThat(Era.format(new FiscalYear(2018))).isEqualTo("平成30年度");
        assertThat(Era.format(new FiscalYear(2025))).isEqualTo("令和7年度");
    }
}
