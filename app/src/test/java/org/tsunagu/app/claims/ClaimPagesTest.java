package org.tsunagu.app.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.claims.ClaimImportTest.HANAKO;
import static org.tsunagu.app.claims.ClaimImportTest.PEOPLE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;

/// What pages show of claims, and to whom.
@ExtendWith(Office.Extension.class)
class ClaimPagesTest {

    private static final String NUMBER = "99006207";
    private static final String STRANGER = "999 01 1 19990101";

    private static Insurer filled(Office office) {
        var insurer = office.insurer(NUMBER);
        var isThere = office.everything()
                .queryForObject(
                        "select exists (select 1 from claims.claim where insurer_id = ?)",
                        Boolean.class,
                        insurer.id().value());
        if (Boolean.FALSE.equals(isThere)) {
            office.register(insurer, PEOPLE);
            var file = ClaimText.medical(NUMBER, "202604", "202605")
                    .claim(HANAKO, 500, "8830417*", "0000999")
                    .claim(STRANGER, 123);
            ClaimText.receive(office, insurer, "RECEIPTC.UKE", file.bytes(), false);
            var dispensing =
                    ClaimText.dispensing(NUMBER, "202604", "202605").dispensed(HANAKO, 99, "20260410", "610443047", 28);
            ClaimText.receive(office, insurer, "RECEIPTY.UKE", dispensing.bytes(), false);
        }
        return insurer;
    }

    private static Visitor visitor(Office office, String role) {
        var visitor = new Visitor(office);
        visitor.logIn(NUMBER + "-" + role, Office.PASSWORD);
        return visitor;
    }

    private static long one(Office office, Insurer insurer, String query) {
        return office.everything()
                .queryForObject(query, Long.class, insurer.id().value());
    }

    @Test
    void months_files_findings_and_masters_are_shown_without_persons(Office office) {
        var insurer = filled(office);
        var analyst = visitor(office, "analyst");
        var page = analyst.get("/claims").body();

        assertThat(page)
                .contains("2026-04")
                .contains("2件 6,230円")
                .contains("1件 990円")
                .contains("一部");
        assertThat(page).doesNotContain("試験　花子").doesNotContain("/claims/unmatched");
        var delivery = one(office, insurer, "select min(id) from claims.delivery where insurer_id = ?");
        assertThat(analyst.get("/claims/deliveries/" + delivery).body())
                .contains("CLM-MASTER-MISSING")
                .contains("計上");
        assertThat(analyst.get("/claims/deliveries/" + delivery + "?code=CLM-MASTER-MISSING")
                        .body())
                .contains("読み込");
        assertThat(analyst.get("/claims/masters").body()).contains("./tsunagu masters load");
        assertThat(analyst.get("/claims/unmatched").status()).isEqualTo(403);
        var claim = one(office, insurer, "select min(id) from claims.claim where insurer_id = ?");
        assertThat(analyst.get("/claims/" + claim).status()).isEqualTo(403);
        assertThat(analyst.post("/claims/months", "month", "2026-05", "complete", "true")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_claim_shows_its_diseases_shares_and_dispensing_and_the_look_is_noted(Office office) {
        var insurer = filled(office);
        var claim = one(office, insurer, "select min(id) from claims.claim where insurer_id = ?");
        var dispensing = one(office, insurer, "select max(id) from claims.claim where insurer_id = ?");
        var nurse = visitor(office, "nurse");

        var page = nurse.get("/claims/" + claim).body();

        assertThat(page)
                .contains("試験　花子")
                .contains("請求500、決定500、査定0")
                .contains("主傷病")
                .contains("調剤レセプト%d".formatted(dispensing));
        assertThat(nurse.get("/claims/" + dispensing).body()).contains("内服").contains("28");
        assertThat(nurse.get("/claims/unmatched").body()).contains("平成11年1月1日").contains("1,230");
        assertThat(one(
                        office,
                        insurer,
                        "select count(*) from audit.event where insurer_id = ? and data_class = 'claim'"
                                + " and kind = 'VIEW' and member_id is not null"))
                .isPositive();
    }

    @Test
    void the_person_page_has_care_and_drugs(Office office) {
        var insurer = filled(office);
        var member = one(
                office, insurer, "select min(id) from membership.member where insurer_id = ? and register_key = 'A1'");

        var page = visitor(office, "nurse").get("/members/" + member).body();

        assertThat(page).contains("受診・薬").contains("医科").contains("調剤").contains("28日分");
    }

    @Test
    void diseases_that_need_special_care_are_shown_to_nurses_only(Office office) {
        var insurer = filled(office);
        var claim = one(office, insurer, "select min(id) from claims.claim where insurer_id = ?");
        office.everything()
                .update(
                        "update claims.claim_disease set name = '統合失調症', icd10 = 'F209' where claim_id = ? and seq = 2",
                        claim);

        assertThat(visitor(office, "nurse").get("/claims/" + claim).body()).contains("統合失調症");
        assertThat(visitor(office, "clerk").get("/claims/" + claim).body())
                .doesNotContain("統合失調症")
                .doesNotContain("F209")
                .contains("配慮を要する");
    }

    @Test
    void where_a_hidden_disease_is_treated_is_hidden_as_well_but_not_the_month_and_the_cost(Office office) {
        var insurer = filled(office);
        var claim = one(office, insurer, "select min(id) from claims.claim where insurer_id = ?");
        var update = "update claims.claim_disease set icd10 = ? where claim_id = ?";
        office.everything().update(update, "I10", claim);
        assertThat(institution(office, insurer, Role.CLERK, claim)).isNotEmpty();

        office.everything().update(update + " and seq = 2", "F209", claim);

        assertThat(institution(office, insurer, Role.CLERK, claim)).isEmpty();
        assertThat(institution(office, insurer, Role.NURSE, claim)).isNotEmpty();
    }

    private static String institution(Office office, Insurer insurer, Role role, long claim) {
        var member = one(
                office, insurer, "select min(id) from membership.member where insurer_id = ? and register_key = 'A1'");
        var care = office.as(insurer, role, () -> office.bean(PersonCare.class).of(member));
        return care.months().stream()
                .flatMap(month -> month.claims().stream())
                .filter(one -> one.id() == claim)
                .map(care::institution)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void somebody_takes_a_month_as_complete(Office office) {
        filled(office);
        var clerk = visitor(office, "clerk");

        clerk.post("/claims/months", "month", "2026-05", "complete", "true");

        assertThat(clerk.get("/claims").body()).contains("そろった").contains("担当者");
        assertThat(clerk.get("/claims?notice=claims.month.said").body()).contains("記録しました");
    }
}
