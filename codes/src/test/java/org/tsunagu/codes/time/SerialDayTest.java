package org.tsunagu.codes.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerialDayTest {

    @ParameterizedTest
    @CsvSource({"45444, 2024-06-01", "43831, 2020-01-01", "25569, 1970-01-01", "10000, 1927-05-18", "46112, 2026-03-31"
    })
    void a_number_of_a_spreadsheet_is_its_day(String number, String day) {
        assertThat(SerialDay.of(number)).hasToString("Optional[" + day + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4544", "454444", "04544", "4544x", "４５４４４", "20240601"})
    void anything_else_is_none(String text) {
        assertThat(SerialDay.of(text)).isEmpty();
    }
}
