package org.tsunagu.app.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.intake.Deliveries;

/// Claims come in: once, in parts, again, and wrong in every way.
@ExtendWith(Office.Extension.class)
class ClaimImportTest {

    static final String PEOPLE = """
            member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,covered_from,covered_to
            A1,1,100,01,1,self,見本 花子,ミホン ハナコ,2,1970-04-01,000-0001,架空市1,,2015-04-01,
            A2,1,100,02,1,child,見本 一郎,ミホン イチロウ,1,2000-04-01,000-0001,架空市1,,2015-04-01,
            A3,1,200,01,1,self,試験 次郎,シケン ジロウ,1,1960-01-01,000-0001,架空市2,,2015-04-01,2026-03-31
            """;
    static final String HANAKO = "100 01 2 19700401";
    static final String ICHIRO = "100 02 1 20000401";
    static final String JIRO = "200 - 1 19600101";

    private static String state(Office office, Insurer insurer) {
        return office.everything()
                .queryForObject(
                        "select state from claims.delivery where insurer_id = ? order by id desc limit 1",
                        String.class,
                        insurer.id().value());
    }

    @Test
    void claims_find_their_members_and_the_same_file_again_changes_nothing(Office office) {
        var insurer = office.insurer("99006009");
        office.register(insurer, PEOPLE);
        var file = ClaimText.medical("99006009", "202604", "202605")
                .claim(HANAKO, 500, "8830417*")
                .claim(ICHIRO, 288)
                .claim(JIRO, 300)
                .claim("999 01 1 19990101", 100)
                // Public payers alone: no cost of the insurer.
                .line("RE,9,1212,202604,試験　花子,2,19700401")
                .line("KO,12131234,1234567,,1,288")
                .line("SI,11,5,111000110,,288,1")
                .bytes();

        assertThat(ClaimText.receive(office, insurer, "RECEIPTC.UKE", file, false))
                .isTrue();
        assertThat(office.everything()
                        .queryForList(
                                "select match from claims.claim where insurer_id = ? order by number",
                                String.class,
                                insurer.id().value()))
                .containsExactly("BRANCH", "BRANCH", "EARLIER", "NONE", "PUBLIC");
        assertThat(office.everything()
                        .queryForObject(
                                "select claims || '/' || yen from claims.care_month where insurer_id = ?",
                                String.class,
                                insurer.id().value()))
                .isEqualTo("4/11880");

        assertThat(ClaimText.receive(office, insurer, "again.UKE", file, false)).isFalse();
        assertThat(Imported.count(office, insurer, "true")).isEqualTo(5);
    }

    @Test
    void a_claim_without_its_member_is_matched_when_the_member_comes(Office office) {
        var insurer = office.insurer("99006017");
        office.register(insurer, PEOPLE.lines().limit(2).reduce("", (all, line) -> all + line + "\n"));
        var file = ClaimText.medical("99006017", "202604", "202605")
                .claim(JIRO, 300)
                .bytes();
        ClaimText.receive(office, insurer, "RECEIPTC.UKE", file, false);
        assertThat(Imported.count(office, insurer, "c.match = 'NONE'")).isOne();

        office.register(insurer, PEOPLE);
        office.waitForJobs(insurer);

        assertThat(Imported.count(office, insurer, "c.match = 'EARLIER' and c.member_id is not null"))
                .isOne();
        assertThat(office.everything()
                        .queryForObject(
                                "select unmatched from claims.care_month where insurer_id = ?",
                                Integer.class,
                                insurer.id().value()))
                .isZero();
    }

    @Test
    void claims_of_another_insurer_in_the_same_file_are_refused(Office office) {
        var insurer = office.insurer("99006058");
        office.register(insurer, PEOPLE);
        var file = ClaimText.medical("99006058", "202604", "202605").claim(HANAKO, 500);
        var both = new String(file.bytes(), ClaimText.WINDOWS)
                + new String(
                        ClaimText.medical("06139999", "202604", "202605")
                                .claim(HANAKO, 700)
                                .bytes(),
                        ClaimText.WINDOWS);

        ClaimText.receive(office, insurer, "RECEIPTC.UKE", both.getBytes(ClaimText.WINDOWS), false);

        assertThat(Imported.count(office, insurer, "true")).isOne();
        assertThat(Imported.findings(office, insurer)).contains("CLM-OTHER-INSURER");
        assertThat(office.everything()
                        .queryForObject(
                                "select other_insurers from claims.delivery where insurer_id = ?",
                                Integer.class,
                                insurer.id().value()))
                .isOne();
    }

    @Test
    void corrections_without_their_claim_wait_for_it(Office office) {
        var insurer = office.insurer("99006066");
        office.register(insurer, PEOPLE);
        var number = "13150500000000001";
        var loose = "2,1,0,MN,1,,%s\r\n2,2,0,JY,3,6,0,,B,,\r\n".formatted(number) + insurerFile(number + "9", 300);
        ClaimText.receive(office, insurer, "11_RECODEINFO_MED.CSV", loose.getBytes(ClaimText.WINDOWS), false);
        var pages = office.bean(DeliveryPages.class);
        var before = office.as(insurer, Role.CLERK, () -> pages.waiting(10));
        assertThat(before)
                .extracting(ClaimDelivery.Waiting::searchNumber, ClaimDelivery.Waiting::instructions)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(number, 1));
        assertThat(before.getFirst().claimId()).isZero();

        ClaimText.receive(
                office,
                insurer,
                "21_RECODEINFO_MED.CSV",
                insurerFile(number, 400).getBytes(ClaimText.WINDOWS),
                false);

        assertThat(office.as(insurer, Role.CLERK, () -> pages.waiting(10))
                        .getFirst()
                        .claimId())
                .isPositive();
    }

    private static String insurerFile(String number, long points) {
        return String.join(
                        "\r\n",
                        "2,1,0,MN,1,東京都," + number,
                        "1,2,0,IR,1,13,1,1234567,,試験病院,202605,00,",
                        "1,3,0,RE,1,1112,202604,試験　花子,2,19700401",
                        "1,4,0,HO,99006066,１,100,1," + points,
                        "1,5,0,SI,11,1,111000110,,%d,1".formatted(points))
                + "\r\n";
    }

    @Test
    void what_cannot_be_read_is_quarantined_with_its_place_and_the_others_go_on(Office office) {
        var insurer = office.insurer("99006074");
        office.register(insurer, PEOPLE);
        var file = ClaimText.medical("99006074", "202604", "202605")
                .claim(HANAKO, 500)
                .line("RE,9,1112,202413,試験,1,19700101")
                .line("HO,99006074,１,100,1,288,,,,,,,,")
                .line("SI,11,1,111000110,,288,1")
                .claim(ICHIRO, 288);

        ClaimText.receive(office, insurer, "RECEIPTC.UKE", file.bytes(), false);

        assertThat(Imported.inForce(office, insurer)).isEqualTo(2);
        var problems = office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(DeliveryPages.class).problems(delivery(office, insurer), "", "x", 9));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("CLM-CARE-MONTH");
            assertThat(problem.place().line()).isPositive();
        });
    }

    private static long delivery(Office office, Insurer insurer) {
        return office.everything()
                .queryForObject(
                        "select max(id) from claims.delivery where insurer_id = ?",
                        Long.class,
                        insurer.id().value());
    }

    @Test
    void what_is_doubtful_is_taken_and_flagged(Office office) {
        var insurer = office.insurer("99006082");
        office.register(insurer, PEOPLE);
        var file = ClaimText.medical("99006082", "202604", "202605")
                // The lines do not add up to the header; the care class is blank; no such day.
                .line("RE,1,1112,202604,試験　花子,2,19700431")
                .line("HO,99006082,１,100,1,600,,,,,,,,")
                .line("SY,8830417,20240230,1,,,01,")
                .line("SI,,1,111000110,,500,1")
                // Diseases behind the acts.
                .line("RE,2,1112,202604,試験　一郎,1,20000401")
                .line("HO,99006082,１,100,1,288,,,,,,,,")
                .line("SI,11,1,111000110,,288,1")
                .line("SY,8838580,20240101,1,,,,");
        var bytes = file.bytes();

        // Cut in the middle of the last line.
        ClaimText.receive(office, insurer, "RECEIPTC.UKE", Arrays.copyOf(bytes, bytes.length - 6), false);

        assertThat(Imported.inForce(office, insurer)).isEqualTo(2);
        assertThat(Imported.findings(office, insurer))
                .contains(
                        "CLM-LINE-SUM",
                        "CLM-CARE-CLASS-BLANK",
                        "CLM-BIRTH-DATE",
                        "CLM-DISEASE-DATE",
                        "CLM-ORDER",
                        "CLM-FILE-TRUNCATED",
                        "CLM-MASTER-MISSING");
        assertThat(Imported.count(office, insurer, "c.line_points <> c.points_decided"))
                .isOne();
    }

    @Test
    void an_archive_that_breaks_off_is_refused_as_a_whole(Office office) throws IOException {
        var insurer = office.insurer("99006090");
        office.register(insurer, PEOPLE);
        var claims = ClaimText.medical("99006090", "202604", "202605");
        for (var i = 0; i < 3_000; i++) {
            claims.claim(HANAKO, 100 + i);
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("11_RECODEINFO_MED.CSV"));
            zip.write(claims.bytes());
        }
        var broken = bytes.toByteArray();
        Arrays.fill(broken, broken.length / 2, broken.length / 2 + 200, (byte) 0);

        ClaimText.receive(office, insurer, "x.zip", broken, false);

        assertThat(state(office, insurer)).isEqualTo("REFUSED");
        assertThat(Imported.inForce(office, insurer)).isZero();
    }

    @Test
    void what_holds_no_claims_is_refused_with_a_finding(Office office) {
        var insurer = office.insurer("99006108");

        ClaimText.receive(office, insurer, "RECEIPTC.UKE", "Hello".getBytes(StandardCharsets.US_ASCII), false);

        assertThat(state(office, insurer)).isEqualTo("REFUSED");
        assertThat(Imported.findings(office, insurer)).containsExactly("CLM-FILE-KIND");
    }

    @Test
    void claims_that_are_handed_in_where_checkups_are_find_their_way(Office office) throws IOException {
        var insurer = office.insurer("99006116");
        office.register(insurer, PEOPLE);
        var file = ClaimText.medical("99006116", "202604", "202605")
                .claim(HANAKO, 500)
                .bytes();

        var receipt = office.bean(Deliveries.class)
                .receive(insurer.id(), new ByteArrayInputStream(file), "RECEIPTC.UKE", "folder", "inbox");
        office.waitForJobs(insurer);

        assertThat(receipt.isNew()).isTrue();
        assertThat(Imported.inForce(office, insurer)).isOne();
        var delivery = office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(Deliveries.class).find(receipt.deliveryId()).orElseThrow());
        assertThat(delivery.isBusy()).isFalse();
    }
}
