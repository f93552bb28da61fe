package org.tsunagu.claimsformat.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.claimsformat.claim.Written.HO;
import static org.tsunagu.claimsformat.claim.Written.IR;
import static org.tsunagu.claimsformat.claim.Written.RE;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagu.claimsformat.problems.ClaimCatalogue;
import org.tsunagu.claimsformat.record.Family;
import org.tsunagu.claimsformat.record.FileRows;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.claimsformat.record.TextEncoding;

/// Bad files, and what becomes of the good claims in them.
class ClaimReaderTest {

    static final String LINE = "SI,11,1,111000110,,288,1";

    static List<String> good() {
        return List.of(IR, RE, HO + 288, LINE, "GO,1,288,99");
    }

    static Written read(List<String> rows) {
        return Written.read(Family.PROVIDER, Optional.empty(), rows);
    }

    @Test
    void a_good_claim_is_read_with_everything_it_says() {
        var read = read(List.of(
                IR,
                RE + ",,20240401,,,0296",
                HO + 288,
                "SN,1,01,,,,07,",
                "SY,8848176,20240401,1,8002,,01,",
                LINE,
                "GO,1,288,99"));

        assertThat(read.checks()).isEmpty();
        var claim = read.claim();
        assertThat(claim.id()).isEqualTo("1-1");
        assertThat(claim.careMonth()).hasToString("2024-04");
        assertThat(claim.claimMonth().orElseThrow()).hasToString("2024-05");
        assertThat(claim.institution().key()).isEqualTo("1311234567");
        assertThat(claim.person().branch()).isEqualTo("07");
        assertThat(claim.person().symbol()).isEqualTo("１２");
        assertThat(claim.person().symbolForMatching()).isEqualTo("12");
        assertThat(claim.person().birth().orElseThrow()).hasToString("1960-01-01");
        assertThat(claim.specialNotes()).containsExactly("02", "96");
        assertThat(claim.diseases().getFirst().isMain()).isTrue();
        assertThat(claim.isCorrected()).isFalse();
        assertThat(claim.person()).hasToString("Person");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n"})
    void windows_31j_and_utf_8_with_either_line_end_give_the_same_claim(String lineEnd) {
        var text = String.join(lineEnd, good()) + lineEnd;
        var windows = Written.read(Family.PROVIDER, Optional.empty(), (text + "\u001a").getBytes(Written.WINDOWS));
        var utf8 = Written.read(Family.PROVIDER, Optional.empty(), text.getBytes(StandardCharsets.UTF_8));
        var marked =
                Written.read(Family.PROVIDER, Optional.empty(), ("\ufeff" + text).getBytes(StandardCharsets.UTF_8));

        assertThat(windows.summary().encoding()).isEqualTo(TextEncoding.WINDOWS_31J);
        assertThat(utf8.summary().encoding()).isEqualTo(TextEncoding.UTF_8);
        assertThat(windows.checks()).isEmpty();
        assertThat(utf8.claims()).isEqualTo(windows.claims());
        assertThat(marked.claims()).isEqualTo(windows.claims());
    }

    @Test
    void characters_beyond_shift_jis_are_read() {
        var read = read(List.of(IR, "RE,1,1112,202404,髙橋　①㈱,1,19600101", HO + 0, "GO,1,0,99"));

        assertThat(read.claim().person().name()).isEqualTo("髙橋　①㈱");
    }

    @Test
    void a_file_cut_off_in_a_row_says_so_and_keeps_the_claims_before() {
        var text = String.join("\r\n", IR, RE, HO + 288, LINE, "RE,2,1112,202404,試験", "HO,011300");

        var read = Written.read(Family.PROVIDER, Optional.empty(), text.getBytes(Written.WINDOWS));

        assertThat(read.checks()).contains("CLM-FILE-TRUNCATED", "CLM-FILE-END");
        assertThat(read.claim().amounts().pointsDecided()).isEqualTo(288);
    }

    @Test
    void a_provider_file_without_its_total_may_be_truncated() {
        assertThat(read(List.of(IR, RE, HO + 288, LINE)).checks()).containsExactly("CLM-FILE-END");
    }

    @Test
    void a_whole_file_may_end_without_a_line_break_or_1a() {
        var text = String.join("\r\n", good());

        assertThat(Written.read(Family.PROVIDER, Optional.empty(), text.getBytes(Written.WINDOWS))
                        .checks())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"'GO,2,288,99', CLM-GO-COUNT", "'GO,1,289,99', CLM-GO-POINTS", "'GO,0,0,99', ''", "'GO,1,288,99', ''"})
    void totals_of_the_billing_form_are_compared(String total, String check) {
        var rows = new ArrayList<>(good());
        rows.set(4, total);

        assertThat(read(rows).checks()).isEqualTo(check.isEmpty() ? List.of() : List.of(check));
    }

    @Test
    void totals_of_several_volumes_are_not_compared() {
        var rows = new ArrayList<>(good());
        rows.set(0, IR.replace(",00,", ",02,"));
        rows.set(4, "GO,9,9999,99");

        assertThat(read(rows).checks()).containsExactly("CLM-GO-VOLUMES");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a line before the header | RE;SI,11,1,111000110,,288,1;HO 288 | CLM-ORDER",
                "a disease after the lines | RE;HO 288;SI,11,1,111000110,,288,1;SY,8848176,20240401,1 | CLM-ORDER",
                "a header before its receipt | HO 288;RE;SI,11,1,111000110,,288,1 | CLM-ORDER",
                "a care month that is none | RE 202413;HO 288;SI,11,1,111000110,,288,1 | CLM-CARE-MONTH",
                "a care month after the claim month | RE 202406;HO 288;SI,11,1,111000110,,288,1 | CLM-MONTHS",
                "a day that is none | RE 202404 20240230;HO 288;SI,11,1,111000110,,288,1 | CLM-BIRTH-DATE",
                "born after the care month | RE 202404 20240501;HO 288;SI,11,1,111000110,,288,1 | CLM-BIRTH-AFTER",
                "a disease that begins on no day | RE;HO 288;SY,8848176,20240431,1;SI,11,1,111000110,,288,1 | CLM-DISEASE-DATE",
                "neither insurance nor public payer | RE;SI,11,1,111000110,,288,1 | CLM-HEADER-MISSING",
                "lines that do not add up | RE;HO 289;SI,11,1,111000110,,288,1 | CLM-LINE-SUM",
                "a check digit that does not hold | RE;HO,01130013,1,2,1,288;SI,11,1,111000110,,288,1 | CLM-CHECK-DIGIT",
                "a number of six digits has no padding | RE;HO,  130013,1,2,1,288;SI,11,1,111000110,,288,1 | none",
                "a field that is too long | RE;HO 288;SI,11,1,111000110,,288,1000 | CLM-WIDTH",
                "missing columns at the end | RE;HO 288;SI,11,1,111000110,,288 | none"
            })
    void bad_rows(String what, String rows, String check) {
        var all = new ArrayList<>(List.of(IR));
        for (var row : rows.split(";")) {
            var words = row.strip().split(" ");
            all.add(
                    switch (words[0]) {
                        case "RE" ->
                            "RE,1,1112,%s,試験　太郎,1,%s"
                                    .formatted(
                                            words.length > 1 ? words[1] : "202404",
                                            words.length > 2 ? words[2] : "19600101");
                        case "HO" -> HO + words[1];
                        default -> row.strip();
                    });
        }

        var checks = read(all).checks();

        // The total is not what this table is about.
        assertThat(checks).contains(check.equals("none") ? "CLM-FILE-END" : check);
        assertThat(check.equals("none") ? checks.size() : 2).isLessThanOrEqualTo(check.equals("none") ? 1 : 2);
    }

    @Test
    void a_claim_without_a_readable_month_is_refused_and_the_others_go_on() {
        var read = read(List.of(
                IR, "RE,1,1112,2024,x,1,19600101", HO + 5, LINE, "RE,2,1112,202404,x,1,19600101", HO + 288, LINE));

        assertThat(read.claims()).extracting(Claim::id).containsExactly("1-2");
        assertThat(read.checks()).contains("CLM-CARE-MONTH");
    }

    @Test
    void a_management_row_without_a_receipt_is_refused() {
        var read = Written.insurer(
                Kind.MEDICAL,
                "2,1,0,MN,1,,13143605000000001",
                "1,2,0,IR,1,13,1,1234567,,x,202405",
                "1,4,0,HO,01130012,1,2,1,5");

        assertThat(read.checks()).containsExactly("CLM-NO-RE", "CLM-FILE-EMPTY");
    }

    @Test
    void history_with_a_management_row_of_its_own_is_no_further_receipt() {
        var read = Written.insurer(
                Kind.MEDICAL,
                "2,1,0,MN,1,,13143605000000001",
                "1,2,0,IR,1,13,1,1234567,,x,202405",
                "1,3,0,RE,1,1112,202404,x,1,19600101",
                "1,4,0,HO,01130012,1,2,1,5",
                "11,1,0,MN,1,,13143605000000001",
                "11,2,0,IR,1,13,1,1234567,,x,202405",
                "11,3,0,RE,1,1112,202404,x,1,19600101",
                "12,1,0,HO,01130012,1,2,1,999");

        assertThat(read.claims()).hasSize(1);
        assertThat(read.checks()).doesNotContain("CLM-NO-RE");
    }

    @Test
    void corrections_before_the_first_receipt_are_told_and_the_rest_is_read() {
        var read = Written.insurer(
                Kind.MEDICAL,
                "2,7,0,JY,2,6,0,5,A,6,1,",
                "2,6,1,SI,60,1,160068410,,5,1",
                "2,1,0,MN,1,,13143605000000001",
                "1,2,0,IR,1,13,1,1234567,,x,202405",
                "1,3,0,RE,1,1112,202404,x,1,19600101",
                "1,4,0,HO,01130012,1,2,1,5");

        assertThat(read.claims()).hasSize(1);
        assertThat(read.checks()).contains("CLM-JY-NO-CLAIM");
    }

    @Test
    void two_insurers_in_an_insurers_file_are_reported() {
        var read = Written.insurer(
                Kind.MEDICAL,
                "2,1,0,MN,1,,13143605000000001",
                "1,2,0,IR,1,13,1,1234567,,x,202405",
                "1,3,0,RE,1,1112,202404,x,1,19600101",
                "1,4,0,HO,01130012,1,2,1,0",
                "2,1,0,MN,2,,13143605000000002",
                "1,2,0,IR,1,13,1,1234567,,x,202405",
                "1,3,0,RE,2,1112,202404,x,1,19600101",
                "1,4,0,HO,01010016,1,2,1,0");

        assertThat(read.checks()).containsExactly("CLM-FILE-INSURERS");
        assertThat(read.problems().getFirst().arguments()).containsEntry("numbers", "01010016, 01130012");
    }

    @Test
    void an_unknown_record_is_counted_once_a_file_and_never_fatal() {
        var read = read(List.of(IR, RE, HO + 288, "QQ,1,2", LINE, "QQ,3", "9Z,1", "GO,1,288,99"));

        assertThat(read.checks()).containsExactly("CLM-RECORD-UNKNOWN", "CLM-RECORD-UNKNOWN");
        assertThat(read.summary().unknownRecords()).containsEntry("QQ", 2).containsEntry("?", 1);
        assertThat(read.claim().amounts().linePoints()).isEqualTo(288);
    }

    @Test
    void fields_in_quotes_lose_them_and_the_file_says_so() {
        var read = read(List.of(IR, RE, HO + 288, "SI,\"11\",1,\"111000110\",,288,1", "GO,1,288,99"));

        assertThat(read.checks()).containsExactly("CLM-QUOTES");
        assertThat(read.claim().decided().lines().getFirst().code()).isEqualTo("111000110");
    }

    @Test
    void the_same_claim_counts_once_in_a_run() {
        var reader = new ClaimReader(ClaimCatalogue.shipped());
        var bytes = (String.join("\n", good()) + "\n").getBytes(Written.WINDOWS);
        var first = Written.read(reader, Family.PROVIDER, Optional.empty(), bytes);
        var second = Written.read(reader, Family.PROVIDER, Optional.empty(), bytes);

        assertThat(first.claim().status()).isEqualTo(Status.COUNTED);
        assertThat(second.claim().status()).isEqualTo(Status.DUPLICATE);
        assertThat(second.claim().amounts().pointsDecided()).isZero();
        assertThat(second.checks()).containsExactly("CLM-CLAIM-DUPLICATE");
    }

    @Test
    void claims_with_another_search_number_are_others_although_everything_else_agrees() {
        var one = "RE,1,1112,202404,x,1,19600101,,,,,,,,,,,,13143605000000001";
        var other = "RE,1,1112,202404,x,1,19600101,,,,,,,,,,,,13143605000000002";
        var read = read(List.of(IR, one, HO + 288, LINE, other, HO + 288, LINE, one, HO + 288, LINE, "GO,3,864,99"));

        assertThat(read.claims())
                .extracting(Claim::status)
                .containsExactly(Status.COUNTED, Status.COUNTED, Status.DUPLICATE);
    }

    @Test
    void an_empty_file_holds_no_claim() {
        assertThat(Written.read(Family.INSURER, Optional.of(Kind.MEDICAL), new byte[] {0x1a})
                        .checks())
                .containsExactly("CLM-FILE-EMPTY");
    }

    @Test
    void a_claim_larger_than_any_is_refused_and_the_next_one_is_read() {
        var rows = new ArrayList<>(List.of(IR, RE, HO + 288));
        rows.addAll(Collections.nCopies(FileRows.MOST_ROWS, LINE));
        rows.addAll(List.of(RE.replace("RE,1", "RE,2"), HO + 288, LINE));

        var read = read(rows);

        assertThat(read.checks()).contains("CLM-RECEIPT-SIZE");
        assertThat(read.claims()).hasSize(1);
    }

    @Test
    void a_row_of_a_megabyte_ends_the_reading_and_keeps_what_came_before() {
        var read = read(List.of(IR, RE, HO + 288, LINE, "RE,2," + "1".repeat(2 << 20), "GO,1,288,99"));

        assertThat(read.checks()).contains("CLM-FILE-ROW");
        assertThat(read.claims()).hasSize(1);
    }

    @Test
    void more_than_98_rows_without_a_care_class_are_noted() {
        var rows = new ArrayList<>(List.of(IR, RE, HO + 100, "SI,11,1,111000110,,1,1"));
        rows.addAll(Collections.nCopies(99, "SI,,1,111000110,,1,1"));
        rows.add("GO,1,100,99");

        assertThat(read(rows).checks()).containsExactly("CLM-CARE-CLASS-RUN");
    }

    @Test
    void an_unknown_sex_and_type_are_reported_without_what_stood_there() {
        var read = read(List.of(IR, "RE,1,9992,202404,x,試験,19600101", HO + 0, "GO,1,0,99"));

        assertThat(read.checks()).containsExactlyInAnyOrder("CLM-SEX", "CLM-TYPE", "CLM-WIDTH");
        assertThat(read.problems())
                .allSatisfy(
                        problem -> assertThat(problem.arguments().values()).noneMatch(value -> value.contains("試験")));
    }
}
