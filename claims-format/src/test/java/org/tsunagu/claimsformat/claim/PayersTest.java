package org.tsunagu.claimsformat.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.claimsformat.claim.Written.HO;
import static org.tsunagu.claimsformat.claim.Written.RE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagu.claimsformat.record.CodeTables;

/// Who is charged for a line (負担区分), table B21, and the points of insurance and public payers.
class PayersTest {

    static Stream<String> masks() {
        return CodeTables.shipped().rows("B21").stream().map(row -> row.text("code"));
    }

    @Test
    void there_are_31_masks_one_for_each_set_of_payers() {
        assertThat(masks()).hasSize(31);
        assertThat(masks().map(code -> PayerMask.of(code).orElseThrow().bits()).distinct())
                .hasSize(31)
                .allMatch(bits -> bits > 0 && bits < 32);
    }

    @ParameterizedTest
    @CsvSource({"1, 10000", "5, 01000", "C, 00001", "2, 11000", "4, 11100", "V, 11110", "9, 11111", "Z, 01111"})
    void a_mask_names_its_payers(String code, String pattern) {
        var mask = PayerMask.of(code).orElseThrow();
        for (var payer = 0; payer < pattern.length(); payer++) {
            assertThat(mask.includes(payer)).isEqualTo(pattern.charAt(payer) == '1');
        }
    }

    @ParameterizedTest
    @MethodSource("masks")
    void each_payer_is_charged_the_lines_of_its_bit(String code) {
        var mask = PayerMask.of(code).orElseThrow();
        var rows = new ArrayList<>(List.of(RE, HO + (mask.includes(0) ? 100 : 7)));
        for (var payer = 1; payer <= 4; payer++) {
            rows.add("KO,83136010,1111111,,1," + (mask.includes(payer) ? 100 : 0));
        }
        rows.add("SI,11," + code + ",111000110,,100,1");
        if (!mask.includes(0)) {
            rows.add("SI,12,1,112007410,,7,1");
        }

        var read = Written.provider(rows.toArray(String[]::new));

        assertThat(read.checks()).isEmpty();
        assertThat(read.claim().decided().headers().publicPayers()).hasSize(4);
    }

    @Test
    void a_public_payer_whose_lines_do_not_add_up_is_named() {
        var read = Written.provider(RE, HO + 100, "KO,83136010,1111111,,1,90", "SI,11,2,111000110,,100,1");

        assertThat(read.checks()).containsExactly("CLM-KO-SUM");
        assertThat(read.problems().getFirst().arguments())
                .containsEntry("order", "1")
                .containsEntry("expected", "90")
                .containsEntry("actual", "100");
    }

    @Test
    void without_insurance_the_first_public_payer_gives_number_days_and_points() {
        var read = Written.provider(
                "RE,1,1212,202404,試験　太郎,1,19600101", "KO,83136010,1111111,,3,288", "SI,11,5,111000110,,288,1");

        assertThat(read.checks()).isEmpty();
        var claim = read.claim();
        assertThat(claim.decided().headers().isPublicOnly()).isTrue();
        assertThat(claim.person().insurerNumber()).isEqualTo("83136010");
        assertThat(claim.person().number()).isEqualTo("1111111");
        assertThat(claim.days()).isEqualTo(3);
        assertThat(claim.amounts().pointsDecided()).isEqualTo(288);
    }

    @Test
    void payers_that_are_not_in_the_table_are_reported_and_the_line_is_everybodys() {
        var read = Written.provider(RE, HO + 288, "SI,11,A,111000110,,288,1");

        assertThat(read.checks()).containsExactly("CLM-PAYER-MASK");
        assertThat(read.claim().amounts().linePoints()).isEqualTo(288);
    }
}
