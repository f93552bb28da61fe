package org.tsunagu.app.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.claims.ClaimImportTest.HANAKO;
import static org.tsunagu.app.claims.ClaimImportTest.ICHIRO;
import static org.tsunagu.app.claims.ClaimImportTest.PEOPLE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.claimsformat.master.MasterLoader;
import org.tsunagu.claimsformat.master.MasterStore;

/// The cost of claims goes to their diseases, dispensing to the claim of the prescriber, and masters that
/// come later say what the codes are.
@ExtendWith(Office.Extension.class)
class ClaimCostsTest {

    private static final String DIABETES = "8830417";
    private static final String COLD = "4659007";
    private static final String DRUG = "610443047";

    @TempDir
    Path folder;

    private static void both(Office office, Insurer insurer, String number) {
        office.register(insurer, PEOPLE);
        var medical = ClaimText.medical(number, "202604", "202605")
                .claim(HANAKO, 501, DIABETES + "*", COLD)
                .claim(ICHIRO, 288, COLD);
        var dispensing = ClaimText.dispensing(number, "202605", "202606")
                .dispensed(HANAKO, 333, "20260428", DRUG, 28)
                .dispensed(ICHIRO, 77, "20260502", DRUG, 7);
        ClaimText.receive(office, insurer, "RECEIPTC.UKE", medical.bytes(), false);
        ClaimText.receive(office, insurer, "RECEIPTY.UKE", dispensing.bytes(), false);
    }

    private static List<Map<String, Object>> rows(Office office, Insurer insurer, String query) {
        return office.everything().queryForList(query, insurer.id().value());
    }

    @Test
    void the_shares_add_up_to_the_claim_and_dispensing_is_joined_by_the_month_of_the_prescription(Office office) {
        var insurer = office.insurer("99006124");
        both(office, insurer, "99006124");

        assertThat(rows(
                        office,
                        insurer,
                        "select c.yen from claims.claim c join claims.claim_disease d on d.claim_id = c.id"
                                + " where c.insurer_id = ? group by c.id having sum(d.yen) <> c.yen"
                                + " or sum(d.points) <> c.points_decided or bool_or(d.yen is null)"))
                .isEmpty();
        assertThat(rows(
                        office,
                        insurer,
                        "select d.points, p.yen from claims.dispensed d join claims.claim p on p.id = d.prescriber_claim_id"
                                + " where d.insurer_id = ?"))
                .as("the other prescription has no claim of its month")
                .containsExactly(Map.of("points", 333L, "yen", 5010L));
    }

    @Test
    void masters_that_come_later_resolve_what_is_there(Office office) {
        var insurer = office.insurer("99006132");
        forgetMasters(office.data().resolve("masters"));
        both(office, insurer, "99006132");
        assertThat(classes(office, insurer)).containsExactly("UNRESOLVED");

        loadMasters(office.data().resolve("masters"));
        office.bean(ResolveClaims.class).look();
        office.waitForJobs(insurer);

        assertThat(classes(office, insurer)).containsExactly("0402", "UNRESOLVED");
        assertThat(rows(
                        office,
                        insurer,
                        "select distinct price_list_code, groups, form from claims.claim_drug where insurer_id = ?"))
                .containsExactly(Map.of("price_list_code", "3961008F1012", "groups", "DM", "form", "ORAL"));
        var member = office.everything()
                .queryForObject(
                        "select id from membership.member where insurer_id = ? and register_key = 'A1'",
                        Long.class,
                        insurer.id().value());
        var history = office.bean(TenantTransactions.class)
                .in(insurer.id(), () -> office.bean(CareHistories.class).of(member));
        assertThat(history.claims()).hasSize(2);
        assertThat(history.claims().getFirst().diseases().getFirst().icd10()).isEqualTo("E11");
        var supply = history.claims().getLast().drugs().getFirst();
        assertThat(supply.ingredient()).isEqualTo("3961008");
        assertThat(supply.days()).isEqualTo(28);
        assertThat(supply.prescriber()).isEqualTo("1311234567");
        assertThat(YearMonth.from(supply.from())).isEqualTo(YearMonth.parse("2026-04"));
    }

    @Test
    void a_retired_code_is_kept_and_said(Office office) {
        var insurer = office.insurer("99006249");
        office.register(insurer, PEOPLE);
        loadMasters(office.data().resolve("masters"));

        ClaimText.receive(
                office,
                insurer,
                "RECEIPTC.UKE",
                ClaimText.medical("99006249", "202604", "202605")
                        .claim(HANAKO, 501, "8838580*")
                        .bytes(),
                false);

        assertThat(classes(office, insurer)).containsExactly("UNRESOLVED");
        assertThat(rows(office, insurer, "select name from claims.claim_disease where insurer_id = ?")
                        .getFirst()
                        .get("name"))
                .asString()
                .contains("8838580");
        assertThat(rows(
                        office,
                        insurer,
                        "select arguments ->> 'code' as code from claims.finding where insurer_id = ?"
                                + " and code = 'CLM-CODE-UNRESOLVED' order by 1"))
                .contains(Map.of("code", "8838580"));
    }

    private static List<String> classes(Office office, Insurer insurer) {
        return office.everything()
                .queryForList(
                        "select distinct class121 from claims.claim_disease where insurer_id = ? order by 1",
                        String.class,
                        insurer.id().value());
    }

    private static void forgetMasters(Path store) {
        try {
            Files.createDirectories(store);
            try (var files = Files.list(store)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Masters as the payment fund writes its own, with one invented row each.
    private void loadMasters(Path store) {
        try {
            Files.createDirectories(folder.resolve("official"));
            Files.write(
                    folder.resolve("official/b_ALL20260401.txt"),
                    master(46, "B", DIABETES, Map.of(5, "２型糖尿病", 15, "E11", 23, "99999999")));
            Files.write(
                    folder.resolve("official/y_ALL20260401.csv"),
                    master(42, "Y", DRUG, Map.of(4, "グリメピリド", 27, "1", 30, "99999999", 31, "3961008F1012")));
            var problems = new ArrayList<String>();
            MasterLoader.load(
                    folder.resolve("official"),
                    MasterStore.open(store, problem -> problems.add(problem.code())),
                    problem -> problems.add(problem.code()));
            assertThat(problems).allMatch("MST-KNOWN"::equals);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] master(int columns, String letter, String code, Map<Integer, String> cells) {
        var row = new ArrayList<>(Collections.nCopies(columns, ""));
        row.set(0, "0");
        row.set(1, letter);
        row.set(2, code);
        cells.forEach(row::set);
        return (row.stream().map(cell -> "\"" + cell + "\"").collect(Collectors.joining(",")) + "\r\n")
                .getBytes(ClaimText.WINDOWS);
    }
}
