package org.tsunagu.app.rewards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.rewards.PointRules.Verdict;
import org.tsunagu.rules.rewards.PointEntry.Kind;
import org.tsunagu.rules.rewards.PointRule;
import org.tsunagu.rules.rewards.Reward;

/// Points are given for efforts, once, to those who take part.
@ExtendWith(Office.Extension.class)
class RewardsTest {

    private static final String NUMBER = "99700023";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    private static final String REGISTER = """
            member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,covered_from,covered_to
            R1,１,100,01,1,self,得点 花子,トクテン ハナコ,2,1970-04-01,000-0001,架空市1,,2021-04-01,
            R2,１,101,01,1,self,得点 次郎,トクテン ジロウ,1,1975-06-01,000-0001,架空市2,,2019-04-01,
            R3,１,102,01,1,self,得点 三郎,トクテン サブロウ,1,1976-06-01,000-0001,架空市2,,2019-04-01,
            """;

    private static Insurer insurer(Office office) {
        var insurer = office.insurer(NUMBER);
        office.register(insurer, REGISTER);
        return insurer;
    }

    private static long member(Office office, Insurer insurer, String key) {
        return office.as(insurer, Role.CLERK, () -> office.bean(Members.class).byRegisterKeys(List.of(key)))
                .get(key)
                .value();
    }

    private static PointRule rule(String key, String event, OptionalInt times) {
        return new PointRule(
                key, 0, event, 100, times, TODAY, Optional.empty(), true, Reward.GOODS, 1, "x", false, "説明");
    }

    private static Verdict activate(Office office, Insurer insurer, PointRule rule, String why) {
        return office.as(insurer, Role.CLERK, () -> {
            var rules = office.bean(PointRules.class);
            rules.draft(rule, OptionalInt.of(12));
            return rules.activate(rules.all().getFirst().id(), why);
        });
    }

    @Test
    void a_rule_that_rewards_seeing_no_doctor_cannot_be_put_in_force(Office office) {
        assertThat(activate(office, insurer(office), rule("no-visit", "NO_VISIT", OptionalInt.of(1)), "どうしても"))
                .isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void a_warning_is_accepted_with_a_reason_that_is_kept(Office office) {
        var insurer = insurer(office);

        assertThat(activate(office, insurer, rule("survey", "SURVEY", OptionalInt.empty()), " "))
                .isEqualTo(Verdict.REASON_NEEDED);
        assertThat(activate(office, insurer, rule("survey2", "SURVEY", OptionalInt.empty()), "回数が少ない"))
                .isEqualTo(Verdict.ACTIVE);
        var kept = office
                .as(insurer, Role.CLERK, () -> office.bean(PointRules.class).all())
                .stream()
                .filter(one -> one.rule().key().equals("survey2"))
                .findFirst()
                .orElseThrow();
        assertThat(kept.why()).isEqualTo("回数が少ない");
        assertThat(kept.isActive()).isTrue();
    }

    @Test
    void a_second_version_waits_until_the_first_has_ended(Office office) {
        var insurer = insurer(office);
        activate(office, insurer, rule("walk", "DIARY", OptionalInt.of(1)), "");

        assertThat(activate(office, insurer, rule("walk", "DIARY", OptionalInt.of(1)), "急ぐ"))
                .isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void the_same_event_gives_points_once_and_only_to_who_takes_part(Office office) {
        var insurer = insurer(office);
        activate(office, insurer, rule("class", "PROGRAMME", OptionalInt.of(2)), "");
        var points = office.bean(Points.class);
        var one = member(office, insurer, "R1");
        var other = member(office, insurer, "R2");

        var given = office.as(insurer, Role.CLERK, () -> {
            points.join(one, true);
            return List.of(
                    points.record(new Points.Done(one, "PROGRAMME", "水泳", TODAY)),
                    points.record(new Points.Done(one, "PROGRAMME", "水泳", TODAY)),
                    points.record(new Points.Done(other, "PROGRAMME", "水泳", TODAY)),
                    points.record(new Points.Done(one, "PROGRAMME", "体操", TODAY)),
                    points.record(new Points.Done(one, "PROGRAMME", "歩く会", TODAY)));
        });

        // The last one is over the limit of two a year.
        assertThat(given).containsExactly(100, 0, 0, 100, 0);
        assertThat(office.as(insurer, Role.CLERK, () -> points.of(one))
                        .account()
                        .balance())
                .isEqualTo(200);
    }

    @Test
    void the_same_on_another_day_is_another_event_and_a_checkup_counts_once_a_fiscal_year(Office office) {
        var insurer = insurer(office);
        activate(office, insurer, rule("advice", "GUIDANCE", OptionalInt.empty()), "試験");
        activate(office, insurer, rule("checkup", "CHECKUP", OptionalInt.empty()), "試験");
        var points = office.bean(Points.class);
        var one = member(office, insurer, "R2");

        var given = office.as(insurer, Role.CLERK, () -> {
            points.join(one, true);
            var sum = List.of(
                    points.record(new Points.Done(one, "GUIDANCE", "面談", TODAY)),
                    points.record(new Points.Done(one, "GUIDANCE", "面談", TODAY)),
                    points.record(new Points.Done(one, "GUIDANCE", "面談", TODAY.plusDays(1))),
                    points.record(new Points.Done(one, "CHECKUP", "健診", TODAY)));
            points.join(one, false);
            return sum;
        });

        assertThat(given).containsExactly(100, 0, 100, 0);
        assertThat(CheckupPoints.done(one, LocalDate.parse("2026-03-31")))
                .extracting(Points.Done::key)
                .isEqualTo(
                        CheckupPoints.done(one, LocalDate.parse("2025-04-01")).key())
                .isNotEqualTo(
                        CheckupPoints.done(one, LocalDate.parse("2026-04-01")).key());
    }

    @Test
    void nobody_spends_more_than_there_is_and_what_expires_is_taken_off(Office office) {
        var insurer = insurer(office);
        var points = office.bean(Points.class);
        var member = member(office, insurer, "R3");
        office.everything()
                .update(
                        "insert into rewards.entry (insurer_id, member_id, kind, rule_key, event_key, points, day, expires_on,"
                                + " reason, written_by, at) values (?, ?, 'EARN', 'old', 'old', 50, '2024-04-01', '2025-03-31',"
                                + " '', 'test', now()), (?, ?, 'EARN', 'new', 'new', 30, current_date, '2199-03-31', '',"
                                + " 'test', now())",
                        insurer.id().value(),
                        member,
                        insurer.id().value(),
                        member);

        assertThat(spend(office, insurer, member, 40)).isFalse();
        assertThat(spend(office, insurer, member, 20)).isTrue();
        var account = office.as(insurer, Role.CLERK, () -> points.of(member));
        assertThat(account.account().balance()).isEqualTo(10);
        assertThat(account.entries())
                .extracting(one -> one.entry().kind())
                .containsExactly(Kind.SPEND, Kind.EXPIRE, Kind.EARN, Kind.EARN);
    }

    private static boolean spend(Office office, Insurer insurer, long member, int points) {
        return office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(Points.class)
                        .change(
                                member,
                                Kind.SPEND,
                                -points,
                                "タオル",
                                UUID.randomUUID().toString()));
    }

    @Test
    void the_ledger_only_grows(Office office) {
        var insurer = insurer(office);
        var jdbc = office.bean(JdbcClient.class);

        assertThatThrownBy(() -> office.bean(TenantTransactions.class)
                        .run(
                                insurer.id(),
                                () -> jdbc.sql("update rewards.entry set points = 0")
                                        .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void the_pages_open_for_those_whose_work_it_is(Office office) {
        var insurer = insurer(office);
        var clerk = new Visitor(office);
        clerk.logIn(NUMBER + "-clerk", Office.PASSWORD);
        assertThat(clerk.get("/rewards").status()).isEqualTo(200);
        var bad = clerk.post(
                "/rewards", "key", "A B", "event", "SURVEY", "points", "0", "from", "x", "yen", "1", "reward", "GOODS");
        assertThat(bad.status()).isEqualTo(422);
        var good = clerk.post(
                "/rewards",
                "key",
                "bmi",
                "event",
                "BMI",
                "points",
                "10",
                "from",
                TODAY.toString(),
                "yen",
                "1",
                "reward",
                "CASH");
        assertThat(good.body()).contains("検査値ではなく、取組による条件も用意してください。").contains("現金または換金性の高い報酬です。");
        assertThat(clerk.get("/rewards/members/" + member(office, insurer, "R1"))
                        .status())
                .isEqualTo(200);
        var page = "/rewards/members/" + member(office, insurer, "R1");
        var byHand = clerk.post(page + "/done", "event", "CHECKUP", "day", TODAY.toString(), "key", "健診");
        assertThat(byHand.status()).isEqualTo(422);
        assertThat(byHand.body()).contains("結果が届くと自動でつきます").doesNotContain("value=\"CHECKUP\"");
        // The form that came back showed the points once more.
        assertThat(office.everything()
                        .queryForObject(
                                "select count(*) from audit.event where insurer_id = ? and kind = 'VIEW'"
                                        + " and place = '/rewards/members'",
                                Integer.class,
                                insurer.id().value()))
                .isEqualTo(2);
        var nurse = new Visitor(office);
        nurse.logIn(NUMBER + "-analyst", Office.PASSWORD);
        assertThat(nurse.get("/rewards").status()).isEqualTo(403);
    }
}
