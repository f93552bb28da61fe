package org.tsunagu.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Accounts;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.ChainCheck;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.membership.Transfer;
import org.tsunagu.app.membership.Transfers;

/// One life across insurers, and that nothing of the other insurer is seen without a role there.
@ExtendWith(Office.Extension.class)
class ElsewhereTest {

    private static final String HERE = "99400277";
    private static final String THERE = "99400285";
    private static final String NOW = """
            member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,covered_from,covered_to,former_insurer,former_from,former_to,next_insurer
            E1,１,100,01,1,self,移動 花子,イドウ ハナコ,2,1970-04-01,000-0001,架空市1,,2021-04-01,,99400285,2012-04-01,2021-03-31,
            E2,１,101,01,1,self,移動 次郎,イドウ ジロウ,1,1975-06-01,000-0001,架空市2,,2019-04-01,2024-03-31,市国保,,,０１２３４５６７
            E3,１,102,01,1,self,独自 三郎,ドクジ サブロウ,1,1960-06-01,000-0001,架空市3,,2015-04-01,,,,,
            """;
    private static final String BEFORE = """
            member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,covered_from,covered_to
            Z9,７,900,01,1,self,移動 花子,ｲﾄﾞｳ ﾊﾅｺ,2,1970-04-01,000-0009,別の市9,,2012-04-01,2021-03-31
            Z8,７,901,01,1,self,秘密 四郎,ヒミツ シロウ,1,1980-06-01,000-0009,別の市8,,2012-04-01,
            """;

    private record Two(Insurer here, Insurer there, long member, long other) {}

    private static Two two(Office office) {
        var here = office.insurer(HERE);
        var there = office.insurer(THERE);
        office.register(here, NOW);
        office.register(there, BEFORE);
        var member = member(office, here, "E1");
        var other = member(office, there, "Z9");
        office.everything()
                .update(
                        "insert into checkups.checkup (insurer_id, member_id, document_id, exam_date, fiscal_year, programme,"
                                + " facility, results) values (?, ?, ?, date '2019-06-10', 2019, '010', '向こうの健診センター',"
                                + " '{\"9A751000000000001\":\"162\"}') on conflict do nothing",
                        there.id().value(),
                        other,
                        -other);
        return new Two(here, there, member, other);
    }

    private static long member(Office office, Insurer insurer, String key) {
        return office.as(insurer, Role.CLERK, () -> office.bean(Members.class).byRegisterKeys(List.of(key)))
                .get(key)
                .value();
    }

    private static Visitor user(Office office, Two two, String login, Role here, Role there) {
        var accounts = office.bean(Accounts.class);
        accounts.add(login, "兼務 " + login, Office.PASSWORD, two.here(), here);
        accounts.add(login, "兼務 " + login, Office.PASSWORD, two.there(), there);
        var visitor = new Visitor(office);
        visitor.logIn(login, Office.PASSWORD);
        visitor.post("/insurer", "number", HERE);
        return visitor;
    }

    private static Visitor.Answer look(Visitor visitor, Two two, String purpose) {
        return visitor.post("/members/%d/elsewhere".formatted(two.member()), "number", THERE, "purpose", purpose);
    }

    private static List<Audit.Shown> ledger(Office office, Insurer insurer, long member) {
        return office
                .as(
                        insurer,
                        Role.AUDITOR,
                        () -> office.bean(Audit.class).latest(member, Optional.empty(), Long.MAX_VALUE, 200))
                .stream()
                .filter(entry -> entry.place().equals("/members/elsewhere"))
                .toList();
    }

    @Test
    void the_register_says_whence_and_whither(Office office) {
        var two = two(office);
        var transfers = office.bean(Transfers.class);

        var came = office.as(two.here(), Role.NURSE, () -> transfers.of(new MemberId(two.member())));
        var other = member(office, two.here(), "E2");
        var went = office.as(two.here(), Role.NURSE, () -> transfers.of(new MemberId(other)));

        assertThat(came).singleElement().satisfies(transfer -> {
            assertThat(transfer.direction()).isEqualTo(Transfer.Direction.IN);
            assertThat(transfer.otherInsurer()).isEqualTo(THERE);
            assertThat(transfer.from()).hasToString("Optional[2012-04-01]");
        });
        // Words stay words, digits become a number of eight.
        assertThat(went).extracting(Transfer::otherInsurer).containsExactlyInAnyOrder("市国保", "01234567");
        assertThat(office.as(two.there(), Role.NURSE, () -> transfers.of(new MemberId(two.member()))))
                .isEmpty();
    }

    @Test
    void the_timeline_is_a_picture_and_a_table_of_the_same(Office office) {
        var two = two(office);
        var visitor = new Visitor(office);
        visitor.logIn(HERE + "-nurse", Office.PASSWORD);

        var body = visitor.get("/members/" + two.member()).body();

        assertThat(body)
                .contains("<svg class=\"ts-life\"")
                .contains("加入（資格台帳の異動元）")
                .contains(THERE)
                .contains("ts-life__own")
                .contains("ts-life__other")
                .doesNotContain("向こうの健診センター")
                .doesNotContain("/elsewhere");
    }

    @Test
    void with_a_role_at_both_insurers_both_are_seen_and_both_ledgers_say_so(Office office) {
        var two = two(office);
        var visitor = user(office, two, "elsewhere-both", Role.NURSE, Role.NURSE);

        assertThat(visitor.get("/members/" + two.member()).body()).contains("/elsewhere");
        assertThat(look(visitor, two, "").path()).contains("desk.elsewhere.problem.purpose");
        var seen = look(visitor, two, "GUIDANCE");

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body()).contains("向こうの健診センター").contains("162").doesNotContain("秘密");
        assertThat(ledger(office, two.here(), two.member()))
                .anyMatch(entry -> entry.detail().equals("beside " + THERE)
                        && entry.purpose().equals("GUIDANCE"));
        assertThat(ledger(office, two.there(), two.other()))
                .anyMatch(entry ->
                        entry.detail().equals("from " + HERE) && entry.staff().equals("兼務 elsewhere-both"));
        // Afterwards everything is as before: the other insurer's person is not to be found here.
        assertThat(visitor.get("/members/" + two.other()).status()).isEqualTo(404);
        assertThat(visitor.get("/members/" + two.member()).status()).isEqualTo(200);
        for (var insurer : List.of(two.here(), two.there())) {
            assertThat(office.bean(ChainCheck.class).of(insurer.id()).isWhole()).isTrue();
        }
    }

    @Test
    void without_the_right_role_there_nothing_is_seen_and_nothing_is_noted_there(Office office) {
        var two = two(office);
        var before = ledger(office, two.there(), 0).size();
        var analyst = user(office, two, "elsewhere-analyst", Role.NURSE, Role.ANALYST);
        var provider = user(office, two, "elsewhere-provider", Role.NURSE, Role.PROVIDER);
        var alone = new Visitor(office);
        alone.logIn(HERE + "-nurse", Office.PASSWORD);
        var outside = user(office, two, "elsewhere-outside", Role.ANALYST, Role.NURSE);

        for (var visitor : List.of(analyst, provider, alone)) {
            assertThat(visitor.get("/members/" + two.member()).body()).doesNotContain("/elsewhere");
            assertThat(look(visitor, two, "GUIDANCE").status()).isEqualTo(404);
        }
        assertThat(look(outside, two, "GUIDANCE").status()).isEqualTo(403);
        assertThat(ledger(office, two.there(), 0)).hasSize(before);
    }

    @Test
    void somebody_who_is_not_known_there_for_certain_is_not_shown(Office office) {
        var two = two(office);
        var visitor = user(office, two, "elsewhere-both", Role.NURSE, Role.NURSE);
        var stranger = member(office, two.here(), "E3");

        var seen = visitor.post("/members/%d/elsewhere".formatted(stranger), "number", THERE, "purpose", "GUIDANCE");

        assertThat(seen.body())
                .contains("一人に決まりません")
                .doesNotContain("向こうの健診センター")
                .doesNotContain("別の市");
        assertThat(ledger(office, two.there(), 0))
                .anyMatch(entry -> entry.detail().equals("from %s, 0 people".formatted(HERE)));
    }

    @Test
    void a_second_factor_that_the_other_insurer_wants_keeps_its_door_shut(Office office) {
        var two = two(office);
        office.everything()
                .update(
                        "update access.insurer set requires_factor = true where id = ?",
                        two.there().id().value());
        try {
            var accounts = office.bean(Accounts.class);
            accounts.add("elsewhere-factor", "兼務", Office.PASSWORD, two.here(), Role.NURSE);
            accounts.add("elsewhere-factor", "兼務", Office.PASSWORD, two.there(), Role.NURSE);
            var visitor = new Visitor(office);
            visitor.logIn("elsewhere-factor", Office.PASSWORD);

            assertThat(look(visitor, two, "GUIDANCE").status()).isEqualTo(404);
        } finally {
            office.everything()
                    .update(
                            "update access.insurer set requires_factor = false where id = ?",
                            two.there().id().value());
        }
    }
}
