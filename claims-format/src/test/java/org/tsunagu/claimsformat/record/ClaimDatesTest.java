package org.tsunagu.claimsformat.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Dates by the length of their field (section 3.2).
class ClaimDatesTest {

    static FileRow row(String date) throws IOException {
        var in = new ByteArrayInputStream(("RE," + date + "\n").getBytes(TextEncoding.WINDOWS_31J.charset()));
        var reader = new RecordReader(in, TextEncoding.WINDOWS_31J, Family.PROVIDER);
        assertThat(reader.next()).isTrue();
        return reader.row();
    }

    @ParameterizedTest
    @CsvSource({
        "20240229, 2024-02-29",
        "5060401, 2024-04-01",
        "4310430, 2019-04-30",
        "4310501, 2019-05-01",
        "4311231, 2019-12-31",
        "5010501, 2019-05-01",
        "3640107, 1989-01-07",
        "3641231, 1989-12-31",
        "2150101, 1926-01-01",
        "1450101, 1912-01-01"
    })
    void days(String text, LocalDate day) throws IOException {
        assertThat(ClaimDates.shipped().day(row(text), 1)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024",
                "20240230",
                "20241301",
                "20240001",
                "4320101",
                "3650101",
                "2160101",
                "6010101",
                "0010101",
                "5000401",
                "5061301",
                "506040",
                "2024-04-01",
                "２０２４０４０１"
            })
    void what_is_no_day_is_empty(String text) throws IOException {
        assertThat(ClaimDates.shipped().day(row(text), 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"202404, 2024-04", "50604, 2024-04", "43105, 2019-05", "36401, 1989-01"})
    void months(String text, YearMonth month) throws IOException {
        assertThat(ClaimDates.shipped().month(row(text), 1)).contains(month);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "202413", "202400", "43200", "60101", "20240401", "2024", "x2404"})
    void what_is_no_month_is_empty(String text) throws IOException {
        assertThat(ClaimDates.shipped().month(row(text), 1)).isEmpty();
    }
}
