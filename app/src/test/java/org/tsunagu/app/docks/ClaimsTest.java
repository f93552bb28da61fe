package org.tsunagu.app.docks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.ChainCheck;
import org.tsunagu.app.checkups.Standings;
import org.tsunagu.app.docks.Reimbursement.Reason;
import org.tsunagu.app.intake.Origin;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;

/// Claims for a human dock from the form to the list of what is to be paid.
@ExtendWith(Office.Extension.class)
class ClaimsTest {

    private static final LocalDate DAY = LocalDate.parse("2025-09-10");
    private static final YearMonth MONTH = YearMonth.now(ZoneId.of("Asia/Tokyo"));
    private static final String REGISTER = """
            member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,covered_from,covered_to
            D1,１,100,01,1,self,試験 一郎,シケン イチロウ,1,1970-04-01,000-0001,架空市1,,2015-04-01,
            D2,１,100,02,3,spouse,試験 花子,シケン ハナコ,2,1972-05-01,000-0001,架空市1,,2015-04-01,
            D3,１,101,01,2,self,試験 次郎,シケン ジロウ,1,1975-06-01,000-0001,架空市2,,2015-04-01,
            D4,１,102,01,1,self,試験 三郎,シケン サブロウ,1,1965-06-01,000-0001,架空市3,,2015-04-01,2025-08-31
            """;

    private static Insurer insurer(Office office, String number) {
        var insurer = office.insurer(number);
        office.register(insurer, REGISTER);
        office.as(insurer, Role.CLERK, () -> {
            office.bean(Allowances.class)
                    .add(new Allowance(
                            0,
                            LocalDate.parse("2024-04-01"),
                            Optional.empty(),
                            40,
                            74,
                            Set.of("1"),
                            true,
                            20000,
                            "規程 第5条"));
            return 0;
        });
        return insurer;
    }

    private static MemberId member(Office office, Insurer insurer, String key) {
        return office.as(insurer, Role.CLERK, () -> office.bean(Members.class).byRegisterKeys(List.of(key)))
                .get(key);
    }

    private static Reimbursement file(Office office, Insurer insurer, String key, int fee) {
        var claim = new Claims.NewClaim(member(office, insurer, key), DAY, "見本ドックセンター", fee, true, UUID.randomUUID());
        return office.as(insurer, Role.CLERK, () -> office.bean(Claims.class).file(claim));
    }

    private static List<Claim> claims(Office office, Insurer insurer) {
        return office.as(insurer, Role.CLERK, () -> office.bean(Claims.class).in(MONTH));
    }

    @Test
    void each_claim_is_kept_with_what_was_decided_and_why(Office office) {
        var insurer = insurer(office, "99400145");

        assertThat(file(office, insurer, "D1", 35000).reason()).isEqualTo(Reason.LIMITED);
        assertThat(file(office, insurer, "D2", 12345).yen()).isEqualTo(12345);
        assertThat(file(office, insurer, "D3", 35000).reason()).isEqualTo(Reason.NOT_FOR_KIND);
        assertThat(file(office, insurer, "D4", 35000).reason()).isEqualTo(Reason.NOT_COVERED);
        assertThat(file(office, insurer, "D1", 5000).reason()).isEqualTo(Reason.ONCE_A_YEAR);

        assertThat(claims(office, insurer))
                .extracting(Claim::state, Claim::yen, Claim::limit)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ACCEPTED", 20000, 20000),
                        org.assertj.core.groups.Tuple.tuple("ACCEPTED", 12345, 20000),
                        org.assertj.core.groups.Tuple.tuple("REFUSED", 0, 0),
                        org.assertj.core.groups.Tuple.tuple("REFUSED", 0, 0),
                        org.assertj.core.groups.Tuple.tuple("REFUSED", 0, 0));
    }

    @Test
    void of_many_claims_at_once_one_a_fiscal_year_is_accepted(Office office) throws Exception {
        var insurer = insurer(office, "99400152");
        try (var workers = Executors.newFixedThreadPool(6)) {
            var all = new java.util.ArrayList<Callable<Reimbursement>>();
            for (var i = 0; i < 12; i++) {
                all.add(() -> file(office, insurer, "D1", 30000));
            }
            workers.invokeAll(all)
                    .forEach(done -> assertThat(done.state()).isEqualTo(java.util.concurrent.Future.State.SUCCESS));
        }

        assertThat(claims(office, insurer))
                .hasSize(12)
                .filteredOn(Claim::isToPay)
                .hasSize(1);
    }

    @Test
    void a_claim_taken_back_leaves_room_for_another_and_what_is_paid_stays(Office office) {
        var insurer = insurer(office, "99400160");
        file(office, insurer, "D1", 30000);
        var claims = office.bean(Claims.class);
        var first = claims(office, insurer).getFirst();

        var cancelled = office.as(insurer, Role.CLERK, () -> claims.cancel(first.id(), "領収書の見まちがい"));
        var again = file(office, insurer, "D1", 3000);
        var paid = office.as(insurer, Role.CLERK, () -> claims.pay(MONTH, LocalDate.now(ZoneId.of("Asia/Tokyo"))));
        var second = claims(office, insurer).getLast();

        assertThat(cancelled).isEqualTo(first.memberId());
        assertThat(again.yen()).isEqualTo(3000);
        assertThat(paid).containsExactly(first.memberId());
        assertThat(office.as(insurer, Role.CLERK, () -> claims.cancel(second.id(), "もう一度")))
                .isZero();
        assertThat(office.as(insurer, Role.CLERK, () -> claims.pay(MONTH, DAY))).isEmpty();
    }

    @Test
    void the_result_of_the_day_counts_as_that_of_a_human_dock(Office office) {
        var insurer = insurer(office, "99400178");
        var member = member(office, insurer, "D1");
        office.everything()
                .update(
                        "insert into checkups.checkup (insurer_id, member_id, document_id, exam_date, fiscal_year, programme,"
                                + " facility, results) values (?, ?, ?, ?, 2025, '990', '見本ドックセンター', '{}')",
                        insurer.id().value(),
                        member.value(),
                        -member.value(),
                        java.sql.Date.valueOf(DAY));
        var claim = new Claims.NewClaim(member, DAY, "見本ドックセンター", 30000, false, UUID.randomUUID());

        var decided =
                office.as(insurer, Role.CLERK, () -> office.bean(Claims.class).file(claim));

        assertThat(decided.reason()).isEqualTo(Reason.LIMITED);
        assertThat(office.as(
                        insurer, Role.CLERK, () -> office.bean(Standings.class).of(member.value())))
                .singleElement()
                .satisfies(result -> assertThat(result.origin()).isEqualTo(Origin.DOCK));
    }

    @Test
    void a_clerk_works_it_out_files_lists_exports_and_pays_and_the_ledger_knows_everybody(Office office) {
        var insurer = insurer(office, "99400186");
        var id = member(office, insurer, "D1").value();
        var visitor = new Visitor(office);
        visitor.logIn("99400186-clerk", Office.PASSWORD);
        visitor.get("/docks/members/" + id);
        var form = new String[] {
            "day",
            "R7.9.10",
            "facility",
            "<b>ドック</b>",
            "fee",
            "３５，０００円",
            "result",
            "yes",
            "formKey",
            UUID.randomUUID().toString()
        };

        var typed = java.util.Arrays.copyOf(form, form.length + 2);
        typed[form.length] = "check";
        typed[form.length + 1] = "1";
        var proposal = visitor.post("/docks/members/" + id, typed);
        assertThat(proposal.body()).contains("20,000円を補助します").contains("規程 第5条");
        assertThat(claims(office, insurer)).isEmpty();
        var filed = visitor.post("/docks/members/" + id, form);
        visitor.post("/docks/members/" + id, form);
        assertThat(filed.body()).contains("費用 35,000円のうち、限度額 20,000円まで").contains("&lt;b&gt;ドック&lt;/b&gt;");
        assertThat(claims(office, insurer)).hasSize(1);
        assertThat(visitor.post("/docks/members/" + id, "day", "2025-09-10", "fee", "三万円", "formKey", "x")
                        .status())
                .isEqualTo(422);

        assertThat(visitor.get("/docks?month=" + MONTH).body()).contains("支払うもの 1件、合計 20,000円");
        assertThat(visitor.post("/docks/export", "month", MONTH.toString()).path())
                .contains("docks.problem.purpose");
        assertThat(visitor.post("/docks/export", "month", MONTH.toString(), "purpose", "REPORT")
                        .body())
                .contains("claim_id,member_id")
                .contains("限度額まで,20000,");
        assertThat(visitor.post("/docks/pay", "month", MONTH.toString(), "count", "2")
                        .path())
                .contains("docks.problem.changed");
        assertThat(visitor.post("/docks/pay", "month", MONTH.toString(), "count", "1")
                        .body())
                .contains("支払うもの 0件");
        assertThat(office.as(
                        insurer,
                        Role.AUDITOR,
                        () -> office.bean(Audit.class).latest(id, Optional.empty(), Long.MAX_VALUE, 50)))
                .filteredOn(entry -> entry.dataClass().equals("dock"))
                .extracting(Audit.Shown::place)
                .contains("/docks", "/docks/members", "/docks/export", "/docks/pay");
        assertThat(office.bean(ChainCheck.class).of(insurer.id()).isWhole()).isTrue();
    }

    @Test
    void limits_are_added_from_the_published_example_and_ended_never_changed(Office office) {
        office.insurer("99400194");
        var visitor = new Visitor(office);
        visitor.logIn("99400194-clerk", Office.PASSWORD);

        assertThat(visitor.get("/docks/limits?example=0").body())
                .contains("value=\"5000\"")
                .contains("value=\"2018-04-01\"");
        assertThat(visitor.post("/docks/limits", "from", "2024-04-01", "ageFrom", "40", "ageTo", "30", "yen", "x")
                        .status())
                .isEqualTo(422);
        var added = visitor.post(
                "/docks/limits",
                "from",
                "R6.4.1",
                "to",
                "",
                "ageFrom",
                "40",
                "ageTo",
                "74",
                "kinds",
                "1、第1種組合員",
                "spouse",
                "yes",
                "yen",
                "5,000",
                "source",
                "理事会の決定");
        assertThat(added.body()).contains("理事会の決定").contains("5,000");
        var insurer = office.insurer("99400194");
        var limit = office.as(
                        insurer, Role.CLERK, () -> office.bean(Allowances.class).all())
                .getFirst();
        assertThat(limit.kinds()).containsExactlyInAnyOrder("1", "第1種組合員");
        visitor.post("/docks/limits/%d/end".formatted(limit.id()), "last", "2024-03-31");
        assertThat(office.as(
                                insurer,
                                Role.CLERK,
                                () -> office.bean(Allowances.class).all())
                        .getFirst()
                        .to())
                .isEmpty();
        visitor.post("/docks/limits/%d/end".formatted(limit.id()), "last", "2025-03-31");
        assertThat(office.as(
                                insurer,
                                Role.CLERK,
                                () -> office.bean(Allowances.class).all())
                        .getFirst()
                        .to())
                .hasValue(LocalDate.parse("2025-03-31"));
    }

    @Test
    void neither_another_insurer_nor_another_role_sees_or_changes_anything(Office office) {
        var insurer = insurer(office, "99400202");
        office.insurer("99400210");
        file(office, insurer, "D1", 30000);
        var claim = claims(office, insurer).getFirst();
        var stranger = new Visitor(office);
        stranger.logIn("99400210-clerk", Office.PASSWORD);

        assertThat(stranger.get("/docks?month=" + MONTH).body()).contains("この月の申請はありません");
        assertThat(stranger.get("/docks/limits").body()).doesNotContain("規程 第5条");
        assertThat(stranger.get("/docks/members/" + claim.memberId()).status()).isEqualTo(404);
        assertThat(stranger.post("/docks/claims/%d/cancel".formatted(claim.id()), "note", "x", "member", "0")
                        .status())
                .isEqualTo(404);
        var nurse = new Visitor(office);
        nurse.logIn("99400202-nurse", Office.PASSWORD);
        assertThat(nurse.get("/docks").status()).isEqualTo(403);
        assertThat(claims(office, insurer).getFirst().isToPay()).isTrue();
    }
}
