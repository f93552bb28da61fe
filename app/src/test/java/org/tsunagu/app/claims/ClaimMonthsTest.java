package org.tsunagu.app.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;

/// Claims of a month come in parts, again, or instead of others; when a month is complete.
@ExtendWith(Office.Extension.class)
class ClaimMonthsTest {

    @Test
    void a_month_in_parts_is_their_union_and_a_claim_in_both_counts_once(Office office) {
        var insurer = office.insurer("99006025");
        office.register(insurer, ClaimImportTest.PEOPLE);
        var first = ClaimText.medical("99006025", "202604", "202605").claim(ClaimImportTest.HANAKO, 500);
        var second = ClaimText.medical("99006025", "202604", "202605")
                .claim(ClaimImportTest.HANAKO, 500)
                .claim(ClaimImportTest.ICHIRO, 288);

        ClaimText.receive(office, insurer, "1.UKE", first.bytes(), false);
        ClaimText.receive(office, insurer, "2.UKE", second.bytes(), false);

        assertThat(Imported.inForce(office, insurer)).isEqualTo(2);
        assertThat(Imported.findings(office, insurer)).contains("CLM-CLAIM-DUPLICATE");
    }

    @Test
    void a_month_that_is_replaced_is_kept_and_counts_no_more(Office office) {
        var insurer = office.insurer("99006033");
        office.register(insurer, ClaimImportTest.PEOPLE);
        var may = ClaimText.medical("99006033", "202604", "202605")
                .claim(ClaimImportTest.HANAKO, 500)
                .claim(ClaimImportTest.ICHIRO, 288);
        var june = ClaimText.medical("99006033", "202605", "202606").claim(ClaimImportTest.HANAKO, 111);
        var again = ClaimText.medical("99006033", "202604", "202605").claim(ClaimImportTest.HANAKO, 450);
        ClaimText.receive(office, insurer, "may.UKE", may.bytes(), false);
        ClaimText.receive(office, insurer, "june.UKE", june.bytes(), false);

        ClaimText.receive(office, insurer, "may-2.UKE", again.bytes(), true);

        assertThat(Imported.count(office, insurer, "true")).isEqualTo(4);
        assertThat(Imported.inForce(office, insurer)).isEqualTo(2);
        var months = office.as(
                insurer, Role.CLERK, () -> office.bean(CareMonths.class).all());
        assertThat(months).extracting(month -> month.kinds().get("MED").yen()).containsExactly(1110L, 4500L);
        var history = office.bean(TenantTransactions.class)
                .in(insurer.id(), () -> office.bean(CareHistories.class).lastCompleteMonth());
        assertThat(history).isEmpty();

        var first = office.everything()
                .queryForObject(
                        "select min(id) from claims.delivery where insurer_id = ?",
                        Long.class,
                        insurer.id().value());
        var isRestored = office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(ClaimRestoring.class)
                        .restore(office.bean(ClaimDeliveries.class).find(first).orElseThrow()));
        office.waitForJobs(insurer);
        assertThat(isRestored).isTrue();
        assertThat(Imported.inForce(office, insurer)).isEqualTo(3);
        assertThat(Imported.count(office, insurer, "p.state = 'REPLACED'")).isOne();
    }

    @Test
    void a_month_that_came_in_two_files_comes_back_whole(Office office) {
        var insurer = office.insurer("99006603");
        office.register(insurer, ClaimImportTest.PEOPLE);
        var hanako = ClaimText.medical("99006603", "202604", "202605").claim(ClaimImportTest.HANAKO, 500);
        var ichiro = ClaimText.medical("99006603", "202604", "202605").claim(ClaimImportTest.ICHIRO, 288);
        var instead = ClaimText.medical("99006603", "202604", "202605").claim(ClaimImportTest.JIRO, 77);
        ClaimText.receive(office, insurer, "1.UKE", hanako.bytes(), false);
        ClaimText.receive(office, insurer, "2.UKE", ichiro.bytes(), false);
        ClaimText.receive(office, insurer, "3.UKE", instead.bytes(), true);
        assertThat(Imported.inForce(office, insurer)).isOne();

        var deliveries = office.bean(ClaimDeliveries.class);
        office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(ClaimRestoring.class)
                        .restore(deliveries.latest(3).getLast()));
        office.waitForJobs(insurer);

        assertThat(Imported.inForce(office, insurer)).isEqualTo(2);
        assertThat(Imported.count(office, insurer, "p.state = 'REPLACED'")).isOne();
    }

    @Test
    void a_stray_claim_of_another_month_replaces_nothing_when_the_month_is_named(Office office) {
        var insurer = office.insurer("99006256");
        office.register(insurer, ClaimImportTest.PEOPLE);
        ClaimText.receive(
                office,
                insurer,
                "april.UKE",
                ClaimText.medical("99006256", "202603", "202604")
                        .claim(ClaimImportTest.HANAKO, 500)
                        .claim(ClaimImportTest.ICHIRO, 288)
                        .bytes(),
                false);
        var both = new String(
                        ClaimText.medical("99006256", "202604", "202605")
                                .claim(ClaimImportTest.HANAKO, 450)
                                .bytes(),
                        ClaimText.WINDOWS)
                + new String(
                        ClaimText.medical("99006256", "202603", "202604")
                                .claim(ClaimImportTest.JIRO, 77)
                                .bytes(),
                        ClaimText.WINDOWS);

        ClaimText.receive(
                office,
                insurer,
                both.getBytes(ClaimText.WINDOWS),
                new ClaimDeliveries.Handing(
                        "may.UKE", "upload", "test", true, java.util.Optional.of(YearMonth.parse("2026-05"))));

        assertThat(Imported.inForce(office, insurer)).isEqualTo(4);
    }

    @Test
    void somebody_says_that_a_month_is_complete(Office office) {
        var insurer = office.insurer("99006041");
        office.register(insurer, ClaimImportTest.PEOPLE);
        ClaimText.receive(
                office,
                insurer,
                "a.UKE",
                ClaimText.medical("99006041", "202604", "202605")
                        .claim(ClaimImportTest.HANAKO, 500)
                        .bytes(),
                false);

        office.as(insurer, Role.CLERK, () -> {
            office.bean(CareMonths.class).say(YearMonth.parse("2026-05"), true);
            return "";
        });

        assertThat(office.bean(TenantTransactions.class)
                        .in(insurer.id(), () -> office.bean(CareHistories.class).lastCompleteMonth()))
                .contains(YearMonth.parse("2026-04"));
    }
}
