package org.tsunagu.app.checkups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.app.checkups.UntreatedYears.Year;

/// Years in succession with a high value and without a drug.
class UntreatedYearsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2025:NO, 1",
        "2025:NO 2024:NO 2023:NO, 3",
        "2025:NO 2023:NO, 1",
        "2025:NO 2024:YES 2023:NO, 1",
        "2025:YES 2024:NO, 0",
        "2025:UNKNOWN 2024:NOT_ASKED 2023:YES, 2"
    })
    void are_counted_back_until_a_year_is_missing_or_treated(String years, int count) {
        assertThat(UntreatedYears.of(read(years)).count()).isEqualTo(count);
    }

    private static List<Year> read(String years) {
        var list = new ArrayList<Year>();
        for (var year : years.split(" ")) {
            list.add(new Year(1, Integer.parseInt(year.substring(0, 4)), "150", Treatment.valueOf(year.substring(5))));
        }
        return list;
    }
}
