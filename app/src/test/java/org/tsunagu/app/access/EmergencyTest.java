package org.tsunagu.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.membership.Members;

/// Somebody who may not see persons sees one, for a reason, for a while, and the auditor sees that.
@ExtendWith(Office.Extension.class)
class EmergencyTest {

    private static final String INSURER = "99000136";
    private static final String REASON = "救急の病院から連絡を受けた";
    private static final String REGISTER = """
            member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,covered_from,covered_to
            E1,１,801,01,1,self,緊急 一,キンキュウ ハジメ,1,1970-04-01,000-0001,架空市1,,2015-04-01,
            E2,１,801,02,2,spouse,緊急 二,キンキュウ ツギ,2,1971-05-02,000-0001,架空市1,,2015-04-01,
            """;

    private static long member(Office office, String kana) {
        var insurer = office.insurer(INSURER);
        var members = office.bean(Members.class);
        if (office.as(insurer, Role.NURSE, members::count) == 0) {
            office.register(insurer, REGISTER);
        }
        return office.as(insurer, Role.NURSE, () -> members.search(kana, 1))
                .getFirst()
                .id()
                .value();
    }

    private static Visitor administrator(Office office) {
        var visitor = new Visitor(office);
        visitor.logIn(INSURER + "-administrator", Office.PASSWORD);
        visitor.get("/emergency");
        return visitor;
    }

    @Test
    void one_person_opens_with_banner_and_reason_and_no_other_page_does(Office office) {
        var one = member(office, "キンキュウ ハジメ");
        var other = member(office, "キンキュウ ツギ");
        var visitor = administrator(office);
        assertThat(visitor.get("/members/" + one).status()).isEqualTo(403);
        visitor.get("/emergency");

        var page = visitor.post("/emergency", "who", "キンキュウ ハジメ", "birth", "S45.4.1", "reason", REASON);

        assertThat(page.path()).isEqualTo("/members/" + one);
        assertThat(page.body()).contains("緊急 一").contains("緊急閲覧中です").doesNotContain("緊急 二");
        assertThat(visitor.get("/users").body()).contains("緊急閲覧中です");
        for (var closed : List.of("/members/" + other, "/contacts/" + one, "/tasks", "/search", "/intake")) {
            assertThat(visitor.get(closed).status()).as(closed).isEqualTo(403);
        }
        assertThat(administrator(office).get("/members/" + one).status()).isEqualTo(403);
    }

    @Test
    void the_auditor_reads_who_opened_whom_and_why(Office office) {
        var one = member(office, "キンキュウ ハジメ");
        administrator(office).post("/emergency", "who", "E1", "birth", "1970-04-01", "reason", REASON + "ため");
        var auditor = new Visitor(office);
        auditor.logIn(INSURER + "-auditor", Office.PASSWORD);

        var ledger = auditor.get("/audit?kind=EMERGENCY");

        assertThat(ledger.body()).contains(REASON + "ため").contains("/audit?member=" + one);
        assertThat(auditor.get("/audit?member=" + one).body()).contains("閲覧").contains("緊急閲覧");
    }

    @Test
    void it_ends_by_hand_and_by_itself(Office office) {
        var one = member(office, "キンキュウ ハジメ");
        var visitor = administrator(office);
        visitor.post("/emergency", "who", "E1", "birth", "1970-04-01", "reason", REASON);

        var ended = visitor.post("/emergency/end");

        assertThat(ended.body()).doesNotContain("緊急閲覧中です");
        assertThat(visitor.get("/members/" + one).status()).isEqualTo(403);
        var begun = OffsetDateTime.parse("2026-11-25T10:00:00+09:00");
        var emergency = Emergency.from(begun, one);
        assertThat(emergency.isOver(begun.plusMinutes(59))).isFalse();
        assertThat(emergency.isOver(begun.plusMinutes(60))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "キンキュウ ハジメ, 1970-04-01, 急ぐので, 10文字以上",
        "キンキュウ ハジメ, 1970-04-02, 救急の病院から連絡を受けた, 一人に決まりません",
        "キンキュウ, あした, 救急の病院から連絡を受けた, 一人に決まりません"
    })
    void without_a_reason_or_a_certain_person_nothing_opens(
            String who, String birth, String reason, String said, Office office) {
        member(office, "キンキュウ ハジメ");

        var answer = administrator(office).post("/emergency", "who", who, "birth", birth, "reason", reason);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(said).doesNotContain("緊急 一");
    }

    @Test
    void other_roles_have_no_such_door(Office office) {
        member(office, "キンキュウ ハジメ");
        var analyst = new Visitor(office);
        analyst.logIn(INSURER + "-analyst", Office.PASSWORD);

        assertThat(analyst.get("/emergency").status()).isEqualTo(403);
    }
}
