package org.tsunagu.app.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.consent.Asking.member;
import static org.tsunagu.app.consent.Asking.say;
import static org.tsunagu.app.consent.Asking.transfer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.rules.legal.Act;
import org.tsunagu.rules.legal.Recipient;
import org.tsunagu.rules.legal.Why;

/// In a disaster data may be given without consent for a time, marked, and looked at by somebody else afterwards.
@ExtendWith(Office.Extension.class)
class DisastersTest {

    private static final Transfer DRUGS = transfer("MEDICAL", "PAYMENT_FUND", "DRUGS", "CARE_VIEW");

    private static Why decide(Office office, Insurer insurer, Role role, long member) {
        return office.as(insurer, role, () -> office.bean(Disclosures.class).decide(DRUGS, member))
                .why();
    }

    private static Visitor visitor(Office office, String login) {
        var visitor = new Visitor(office);
        visitor.logIn(login, Office.PASSWORD);
        return visitor;
    }

    private static void begin(Office office, String number, String postal) {
        var administrator = visitor(office, number + "-administrator");
        administrator.get("/grounds");
        administrator.post(
                "/grounds/disaster",
                "reason",
                "架空市の地震で本人に確かめられない",
                "postal",
                postal,
                "last",
                Asking.TODAY.plusDays(3).toString());
    }

    @Test
    void while_it_is_open_whoever_cannot_be_asked_is_helped_and_the_use_is_marked(Office office) {
        var insurer = Asking.insurer(office, "99700130", 50, 51);
        var silent = member(office, insurer, "a50");
        var refusing = member(office, insurer, "a51");
        say(office, insurer, refusing, Act.WITHDRAW, "CARE_VIEW", Recipient.ANYBODY);
        assertThat(decide(office, insurer, Role.NURSE, silent)).isEqualTo(Why.NO_VISIT);

        begin(office, "99700130", "000");

        assertThat(decide(office, insurer, Role.NURSE, silent)).isEqualTo(Why.DISASTER);
        assertThat(decide(office, insurer, Role.NURSE, refusing)).isEqualTo(Why.WITHDRAWN);
        assertThat(office.as(insurer, Role.AUDITOR, () -> office.bean(Disasters.class)
                        .uses()))
                .singleElement()
                .satisfies(use -> {
                    assertThat(use.disclosure().memberId()).isEqualTo(silent);
                    assertThat(use.disclosure().disasterId()).isEqualTo(use.disasterId());
                    assertThat(use.isOpen()).isTrue();
                });
    }

    @Test
    void people_of_another_area_are_not_concerned_and_it_ends(Office office) {
        var insurer = Asking.insurer(office, "99700148", 50);
        var member = member(office, insurer, "a50");
        begin(office, "99700148", "999");
        assertThat(decide(office, insurer, Role.NURSE, member)).isEqualTo(Why.NO_VISIT);

        begin(office, "99700148", "");
        assertThat(decide(office, insurer, Role.NURSE, member)).isEqualTo(Why.DISASTER);

        office.everything()
                .update(
                        "update consent.disaster set until = now() - interval '1 second' where insurer_id = ?",
                        insurer.id().value());
        assertThat(decide(office, insurer, Role.NURSE, member)).isEqualTo(Why.NO_VISIT);
    }

    @Test
    void a_use_is_signed_off_by_somebody_else_and_only_once(Office office) {
        var insurer = Asking.insurer(office, "99700155", 50);
        begin(office, "99700155", "");
        decide(office, insurer, Role.AUDITOR, member(office, insurer, "a50"));
        var use = office.as(insurer, Role.AUDITOR, () -> office.bean(Disasters.class)
                        .uses())
                .getFirst();

        assertThat(office.as(insurer, Role.AUDITOR, () -> office.bean(Disasters.class)
                        .review(use.disclosure().id(), true, "")))
                .as("one's own")
                .isFalse();
        var auditor = visitor(office, "99700155-auditor");
        auditor.get("/grounds/disaster");
        var first = auditor.post("/grounds/disaster/uses/" + use.disclosure().id(), "right", "false", "note", "記録なし");
        var second = auditor.post("/grounds/disaster/uses/" + use.disclosure().id(), "right", "true");
        assertThat(first.body()).contains("確認を記録しました");
        assertThat(second.body()).contains("自分の操作や、確認の済んだものは確認できません");
        assertThat(visitor(office, "99700155-auditor").get("/grounds/disaster").body())
                .contains("問題あり")
                .contains("記録なし");
    }

    @Test
    void only_an_administrator_begins_one_with_a_reason_and_an_end_that_is_near(Office office) {
        Asking.insurer(office, "99700163", 50);
        var nurse = visitor(office, "99700163-nurse");
        nurse.get("/grounds/disaster");
        var administrator = visitor(office, "99700163-administrator");
        administrator.get("/grounds/disaster");

        assertThat(nurse.post("/grounds/disaster", "reason", "地震で本人に確かめられない", "last", Asking.TODAY.toString())
                        .status())
                .isEqualTo(403);
        assertThat(administrator
                        .post("/grounds/disaster", "reason", "短い", "last", Asking.TODAY.toString())
                        .status())
                .isEqualTo(422);
        assertThat(administrator
                        .post(
                                "/grounds/disaster",
                                "reason",
                                "地震で本人に確かめられない",
                                "last",
                                Asking.TODAY.plusDays(200).toString())
                        .status())
                .isEqualTo(422);
    }
}
