package org.tsunagu.claimsformat.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tsunagu.claimsformat.record.Family;
import org.tsunagu.claimsformat.record.Kind;

/// The instructions of the review body, section 5.3: each row of the table is one claim with its instructions.
class ReviewCorrectionsTest {

    static final List<String> CLAIMED = List.of(
            "2,1,0,MN,1,東京都,13143605000000001",
            "1,2,0,IR,1,13,1,1234567,,テスト病院,202405,00,",
            "1,3,0,RE,1,1112,202404,試験　太郎,1,19600101",
            "1,4,0,HO,01130012,１２,３４,1,500",
            "1,5,0,SI,11,1,111000110,,288,1",
            "1,6,0,SI,12,1,112007410,,73,1",
            "1,7,0,SI,,1,112015570,,52,1",
            "1,8,0,IY,21,1,620000001,1,,7",
            "1,9,0,IY,,1,620000002,2,12,7",
            "1,10,0,SI,60,1,160000110,,3,1");

    static Written read(String instructions) {
        var rows = new ArrayList<>(CLAIMED);
        Stream.of(instructions.split("\\|")).filter(row -> !row.isEmpty()).forEach(rows::add);
        return Written.read(Family.INSURER, Optional.of(Kind.MEDICAL), rows);
    }

    static String classes(Claim claim) {
        return claim.decided().lines().stream().map(Line::careClass).collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "corrections.cases.tsv", delimiter = '\t', numLinesToSkip = 1, emptyValue = "")
    void cases(String id, String rows, long points, long linePoints, int applied, String classes, String checks) {
        var read = read(rows == null ? "" : rows);

        assertThat(read.checks()).isEqualTo(checks == null ? List.of() : List.of(checks));
        assertThat(read.claims()).hasSize(1);
        var claim = read.claim();
        assertThat(claim.amounts().pointsClaimed()).isEqualTo(500);
        assertThat(claim.claimed().sum()).isEqualTo(500);
        assertThat(claim.amounts().pointsDecided()).isEqualTo(points);
        assertThat(claim.amounts().linePoints()).isEqualTo(linePoints);
        assertThat(claim.corrections()).hasSize(applied);
        assertThat(classes(claim)).isEqualTo(classes);
    }

    @Test
    void a_deleted_row_stays_in_the_claim_as_claimed_and_keeps_its_reason() {
        var claim = read("2,4,1,HO,01130012,1,2,1,427|2,11,0,JY,3,6,0,3:5,B,,|2,12,0,JY,2,4,0,5,B,4,1")
                .claim();

        assertThat(claim.claimed().lines()).hasSize(6);
        assertThat(claim.decided().lines()).hasSize(5);
        assertThat(claim.amounts().reduction()).isEqualTo(73);
        assertThat(claim.corrections().getFirst()).isEqualTo(new AppliedCorrection(3, "SI", "3:5", "B", 12));
    }

    @Test
    void a_returned_claim_has_no_cost_and_keeps_its_reason() {
        var claim = read("8,11,0,HR,202406,2,,40").claim();

        assertThat(claim.status()).isEqualTo(Status.RETURNED);
        assertThat(claim.amounts().pointsClaimed()).isEqualTo(500);
        assertThat(claim.amounts().pointsDecided()).isZero();
        assertThat(claim.amounts().costYen()).isZero();
        assertThat(claim.review().returns()).containsExactly("2 40");
    }

    @Test
    void a_re_examination_is_kept_with_its_own_month_and_changes_no_cost() {
        var read = read("4,11,0,MK,1,20240801,1,202409,12,3");

        assertThat(read.checks()).containsExactly("CLM-REEXAMINATION");
        assertThat(read.claim().review().reexaminations())
                .containsExactly(
                        new Review.Reexamination(Optional.of(java.time.YearMonth.parse("2024-09")), "3", "12"));
        assertThat(read.claim().amounts().pointsDecided()).isEqualTo(500);
    }

    @Test
    void a_transfer_and_the_cost_notice_are_read_from_the_review_row() {
        var review = read("2,11,0,EX, 6139999,,,,,1234,,1,,,,x").claim().review();

        assertThat(review.transferredTo()).isEqualTo("6139999");
        assertThat(review.isForCostNotice()).isTrue();
    }

    @Test
    void corrections_without_their_claim_are_refused() {
        var read = Written.insurer(Kind.MEDICAL, "2,1,0,MN,1,,13143605000000001", "2,2,0,JY,3,6,0,,B,,");

        assertThat(read.claims()).isEmpty();
        assertThat(read.checks()).containsExactly("CLM-JY-NO-CLAIM", "CLM-FILE-EMPTY");
        assertThat(read.problems().getFirst().arguments())
                .containsEntry("number", "13143605000000001")
                .containsEntry("actual", "1");
    }

    @Test
    void history_rows_are_counted_but_never_cost() {
        var claim = read("11,1,0,RE,1,1112,202404,x,1,19600101|12,3,0,SI,11,1,111000110,,9999,1")
                .claim();

        assertThat(claim.review().historyRows()).isEqualTo(2);
        assertThat(claim.decided().lines()).hasSize(6);
    }
}
