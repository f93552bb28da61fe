package org.tsunagu.claimsformat.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.claimsformat.claim.Written.HO;
import static org.tsunagu.claimsformat.claim.Written.RE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which disease is the main one when the flag is not unique or missing, section 13.1.
class MainDiseaseTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "the flagged one | 1111111,,,,,; 2222222,,,,,01 | 2222222",
                "the first of two flagged | 1111111,,,,,01; 2222222,,,,,01 | 1111111",
                "a suspected one that is flagged | 1111111,,,8002,,01; 2222222,,,,, | 1111111",
                "the first that is not suspected | 1111111,,,8002,,; 2222222,,,,, | 2222222",
                "a modifier across two codes is no suspicion | 1111111,,,20800230,,; 2222222,,,,, | 1111111",
                "the suspicion stands in free text | 0000999,,,,寿限無の疑い,; 2222222,,,,, | 2222222",
                "a form like 8008 counts as a disease | 1111111,,,8008,,; 2222222,,,,, | 1111111",
                "all are suspected | 1111111,,,8002,,; 2222222,,,8002,, | 1111111",
                "there is none | | none"
            })
    void cases(String what, String diseases, String main) {
        var rows = new ArrayList<>(List.of(RE, HO + 0));
        if (diseases != null) {
            for (var disease : diseases.split(";")) {
                rows.add("SY," + disease.strip());
            }
        }

        var claim = Written.provider(rows.toArray(String[]::new)).claim();

        assertThat(claim.mainDisease().map(DiseaseRow::code).orElse("none")).isEqualTo(main);
    }
}
