package org.tsunagu.rules.kidney;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.rules.Cases;
import org.tsunagu.rules.Examinee;

class KidneyCasesTest {

    private static final LocalDate EXAMINATION = LocalDate.of(2024, 6, 1);

    @ParameterizedTest(name = "{0}: {3} = {4} {6} ({8})")
    @CsvFileSource(resources = "kidneys.cases.tsv", delimiter = '\t', numLinesToSkip = 1, quoteCharacter = '|')
    void cases(
            String id,
            String sex,
            int age,
            String given,
            String egfr,
            boolean computed,
            String gStage,
            String aStage,
            String note) {
        var examinee = new Examinee(
                sex.equals("M") ? Sex.MALE : Sex.FEMALE,
                EXAMINATION.minusYears(age).minusDays(30),
                EXAMINATION);
        var kidney =
                Cases.AS_SHIPPED.judge(examinee, Cases.values(given)).kidney().orElseThrow();

        assertThat(kidney.egfr()).isEqualTo(new BigDecimal(egfr));
        assertThat(kidney.computed()).isEqualTo(computed);
        assertThat(kidney.gStage()).isEqualTo(gStage);
        assertThat(kidney.aStage()).isEqualTo(Cases.orEmpty(aStage));
    }

    @Test
    void the_stage_is_decided_before_rounding() {
        var examinee = new Examinee(Sex.FEMALE, EXAMINATION.minusYears(50).minusDays(1), EXAMINATION);
        for (var hundredths = 40; hundredths < 300; hundredths++) {
            var creatinine = BigDecimal.valueOf(hundredths, 2);
            var exact = 194 * Math.pow(creatinine.doubleValue(), -1.094) * Math.pow(50, -0.287) * 0.739;
            var kidney = Cases.AS_SHIPPED
                    .judge(examinee, Cases.values("creatinine=" + creatinine.toPlainString()))
                    .kidney()
                    .orElseThrow();
            assertThat(kidney.gStage()).as("%s", creatinine).isEqualTo(stage(exact));
        }
    }

    private static String stage(double egfr) {
        if (egfr >= 60) {
            return egfr >= 90 ? "G1" : "G2";
        }
        if (egfr >= 30) {
            return egfr >= 45 ? "G3a" : "G3b";
        }
        return egfr >= 15 ? "G4" : "G5";
    }

    @Test
    void a_creatinine_of_zero_gives_no_rate() {
        assertThat(Cases.judge("M", 50, "2024-06-01", "creatinine=0.00").kidney())
                .isEmpty();
    }

    @Test
    void there_is_no_rate_before_the_third_period() {
        assertThat(Cases.judge("M", 50, "2017-06-01", "creatinine=1.00").kidney())
                .isEmpty();
    }
}
