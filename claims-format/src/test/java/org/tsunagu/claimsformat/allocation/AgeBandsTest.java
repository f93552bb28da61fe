package org.tsunagu.claimsformat.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeBandsTest {

    static final AgeBands BANDS = new AgeBands(List.of());

    @ParameterizedTest(name = "born {0}, care in {1}: {2}")
    @CsvSource({
        "2016-04-30, 2016-04, 0-9",
        "2006-05-01, 2016-04, 0-9",
        "2006-04-30, 2016-04, 10-19",
        "1946-05-01, 2016-04, 60-69",
        "1946-04-30, 2016-04, 70-74",
        "1941-05-01, 2016-04, 70-74",
        "1941-04-30, 2016-04, 75 and over",
        "2016-05-01, 2016-04, age unknown",
    })
    void the_age_is_that_of_the_last_day_of_the_care_month(LocalDate birth, YearMonth month, String band) {
        assertThat(BANDS.all().get(BANDS.of(Optional.of(birth), month)).nameEn())
                .isEqualTo(band);
    }

    @Test
    void nobody_without_a_birth_date_is_lost() {
        assertThat(BANDS.all()
                        .get(BANDS.of(Optional.empty(), YearMonth.parse("2016-04")))
                        .row())
                .isEqualTo("AGE-UNKNOWN");
    }
}
