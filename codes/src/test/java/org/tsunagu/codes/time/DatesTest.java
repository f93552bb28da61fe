package org.tsunagu.codes.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @ValueSource(strings = {"20240231", "20230229", "20241301", "20240001", "2024031", "２０２４０３０１", "2024-3-1", ""})
    void a_day_that_is_not_in_the_calendar_is_no_date(String text) {
        assertThat(Dates.compact(text)).isEmpty();
    }

    @Test
    void a_leap_day_is_a_date() {
        assertThat(Dates.compact("20240229")).contains(LocalDate.of(2024, 2, 29));
        assertThat(Dates.iso("2024-02-29")).contains(LocalDate.of(2024, 2, 29));
        assertThat(Dates.iso("2024-02-30")).isEmpty();
    }

    @ParameterizedTest(name = "born {0}: {2} in fiscal year {1}")
    @CsvSource({
        "1985-03-31, 2024, 40",
        "1985-04-01, 2024, 39",
        "1985-04-02, 2024, 39",
        "1984-04-01, 2024, 40",
        "1950-02-28, 2024, 75"
    })
    void the_age_of_a_fiscal_year_is_reached_by_31_march(LocalDate birth, int year, int age) {
        assertThat(new FiscalYear(year).ageOf(birth)).isEqualTo(age);
    }

    @ParameterizedTest
    @CsvSource({"S63.12.31, 1988-12-31", "H10.05.14, 1998-05-14", "R06.03.18, 2024-03-18", "R1.5.1, 2019-05-01"})
    void a_date_in_the_japanese_era_is_read(String era, LocalDate date) {
        assertThat(Era.parse(era)).contains(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"S64.01.08", "H31.05.01", "R06.02.30", "X01.01.01", "06.03.18"})
    void a_day_outside_its_era_is_refused(String era) {
        assertThat(Era.parse(era)).isEmpty();
    }

    @Test
    void the_first_year_of_an_era_is_written_gannen() {
        assertThat(Era.format(LocalDate.of(2019, 5, 1))).isEqualTo("令和元年5月1日");
        assertThat(Era.format(LocalDate.of(2024, 3, 18))).isEqualTo("令和6年3月18日");
    }
}
