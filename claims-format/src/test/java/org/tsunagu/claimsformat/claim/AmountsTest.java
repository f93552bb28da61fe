package org.tsunagu.claimsformat.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.claimsformat.claim.Written.HO;
import static org.tsunagu.claimsformat.claim.Written.RE;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Points, yen and how lines add up (chapters 8 and 9).
class AmountsTest {

    static final String[] MEALS = {
        "RE,1,1111,202404,試験　太郎,1,19600101,,20240401",
        "HO,01130012,１２,３４,6,2000,,15,9900",
        "SI,90,1,190117710,,2000,1",
        "SI,97,1,197000110,,1280,1",
        "SI,,1,197000110,,1920,4",
        "SI,,1,197000110,,640,1",
        "SI,,1,197000310,,50,6",
        "SI,,1,197000810,,920,1",
        "SI,,1,197000810,,1380,4",
        "SI,,1,197000810,,460,1"
    };

    @Test
    void care_class_97_is_yen_and_the_header_leaves_the_standard_burden_out() {
        var read = Written.provider(MEALS);

        assertThat(read.checks()).isEmpty();
        var claim = read.claim();
        assertThat(claim.amounts().linePoints()).isEqualTo(2000);
        assertThat(claim.amounts().mealYen()).isEqualTo(9900);
        assertThat(claim.amounts().costYen()).isEqualTo(2000 * 10 + 9900);
        assertThat(claim.decided().mealYen("197000810"::equals)).isEqualTo(9900);
        assertThat(claim.decided().mealYen(code -> false)).isEqualTo(16_800);
    }

    @Test
    void a_discounted_point_has_its_own_price() {
        var read = Written.provider("RE,1,1112,202404,試験　太郎,1,19600101,,,,,,,,9", HO + 288, "SI,11,1,111000110,,288,1");

        assertThat(read.claim().amounts().yenPerPoint()).isEqualTo(9);
        assertThat(read.claim().amounts().costYen()).isEqualTo(288 * 9);
    }

    @Test
    void points_stand_on_the_last_row_of_a_unit() {
        var lines = Written.provider(
                        RE, HO + 1089, "IY,21,1,620000001,1.5,,7", "IY,,1,620000002,2,15,7", "SI,,1,120002570,,984,1")
                .claim()
                .decided()
                .lines();

        assertThat(lines).extracting(Line::unit).containsExactly(1, 1, 2);
        assertThat(lines).extracting(Line::total).containsExactly(0L, 105L, 984L);
        assertThat(lines).extracting(Line::careClass).containsExactly("21", "21", "21");
        assertThat(lines.getFirst().quantity()).contains(new BigDecimal("1.5"));
    }

    @Test
    void the_care_class_is_inherited_through_comments() {
        var read =
                Written.provider(RE, HO + 9, "SI,11,1,111000110,,8,1", "CO,22,1,810000001,頓服", "IY,,1,620000001,1,1,1");

        assertThat(read.checks()).isEmpty();
        assertThat(read.claim().decided().lines()).extracting(Line::careClass).containsExactly("11", "22");
    }

    @Test
    void a_first_line_without_a_care_class_is_reported() {
        var read = Written.provider(RE, HO + 9, "SI,,1,111000110,,9,1", "SI,,1,111000111,,,");

        assertThat(read.checks()).containsExactly("CLM-CARE-CLASS-BLANK");
        assertThat(read.problems().getFirst().place().line()).isEqualTo(4);
    }

    @Test
    void the_care_class_does_not_pass_from_one_claim_to_the_next() {
        var read = Written.provider(
                RE,
                HO + 9,
                "SI,11,1,111000110,,9,1",
                "RE,2,1112,202404,試験　花子,2,19600102",
                HO + 9,
                "SI,,1,111000110,,9,1");

        assertThat(read.checks()).containsExactly("CLM-CARE-CLASS-BLANK");
    }

    @ParameterizedTest(name = "header {0}: {1}")
    @CsvSource({"90, ''", "110, CLM-LINE-SUM-PLAIN", "95, CLM-LINE-SUM"})
    void deductions_are_subtracted_and_the_sum_that_fits_is_named(int header, String check) {
        var read = Written.provider(RE, HO + header, "IY,21,1,620000001,1,100,1", "IY,,1,630010002,,10,1");

        assertThat(read.checks()).isEqualTo(check.isEmpty() ? java.util.List.of() : java.util.List.of(check));
        assertThat(read.claim().amounts().linePoints()).isEqualTo(90);
        assertThat(read.claim().amounts().pointsDecided()).isEqualTo(header);
    }

    @Test
    void ward_codes_with_no_points_are_lines_like_any_other() {
        var read = Written.provider(RE, HO + 288, "SI,11,1,111000110,,288,1", "SI,90,1,190620000,,0,1");

        assertThat(read.checks()).isEmpty();
    }

    @Test
    void an_amount_that_is_no_number_is_reported_without_its_text() {
        var read = Written.provider(RE, "HO,01130012,１２,３４,1,試験", "SI,11,1,111000110,,288,1");

        assertThat(read.checks()).contains("CLM-AMOUNT", "CLM-LINE-SUM");
        assertThat(read.problems().getFirst().arguments()).containsEntry("actual", "?");
    }
}
