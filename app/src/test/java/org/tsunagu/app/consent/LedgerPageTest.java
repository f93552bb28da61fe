package org.tsunagu.app.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.consent.Asking.member;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.rules.legal.Act;
import org.tsunagu.rules.legal.Recipient;

/// The page on which staff write down what a member says.
@ExtendWith(Office.Extension.class)
class LedgerPageTest {

    private static Visitor.Answer send(Visitor visitor, long member, String act, String classes, String evidence) {
        return visitor.post(
                "/consents/" + member + "/entries",
                "act",
                act,
                "purpose",
                "DOCTOR_SHARE",
                "recipient",
                "DOCTOR",
                "recipientName",
                "見本医院",
                "classes",
                classes,
                "day",
                Asking.TODAY.toString(),
                "asked",
                "PAPER",
                "evidence",
                evidence,
                "formKey",
                UUID.randomUUID().toString());
    }

    @Test
    void consent_is_written_down_with_its_evidence_and_taken_back(Office office) {
        var insurer = Asking.insurer(office, "99700171", 50);
        var member = member(office, insurer, "a50");
        var visitor = new Visitor(office);
        visitor.logIn("99700171-nurse", Office.PASSWORD);
        visitor.get("/consents/" + member);

        var bare = send(visitor, member, "GIVE", "CHECKUP", "");
        var given = send(visitor, member, "GIVE", "CHECKUP", "同意書綴り12");
        assertThat(bare.status()).isEqualTo(422);
        assertThat(bare.body()).contains("同意の証拠を書いてください");
        assertThat(given.path()).isEqualTo("/consents/%d?notice=consent.saved".formatted(member));
        assertThat(given.body())
                .contains("同意している")
                .contains("見本医院")
                .contains("同意書綴り12")
                .contains("期限：");

        send(visitor, member, "WITHDRAW", "", "");
        assertThat(visitor.get("/consents/" + member).body()).contains("認めていない").contains("撤回・拒否");
    }

    @Test
    void records_about_safety_and_names_without_a_kind_are_refused(Office office) {
        var insurer = Asking.insurer(office, "99700171", 50);
        var member = member(office, insurer, "a50");
        var visitor = new Visitor(office);
        visitor.logIn("99700171-nurse", Office.PASSWORD);
        visitor.get("/consents/" + member);

        assertThat(send(visitor, member, "GIVE", "SAFEGUARD", "綴り1").status()).isEqualTo(422);
        assertThat(send(visitor, member, "GIVE", "NOTHING", "綴り1").status()).isEqualTo(422);
        assertThat(visitor.post("/consents/" + member + "/entries", "act", "EXPIRE")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void consent_at_a_visit_names_the_facility_and_how_the_card_was_checked(Office office) {
        var insurer = Asking.insurer(office, "99700171", 50);
        var member = member(office, insurer, "a50");
        var visitor = new Visitor(office);
        visitor.logIn("99700171-nurse", Office.PASSWORD);
        visitor.get("/consents/" + member);
        var missing = visitor.post("/consents/" + member + "/visits", "facility", "PHARMACY", "facilityName", "");
        var saved = visitor.post(
                "/consents/" + member + "/visits",
                "facility",
                "PHARMACY",
                "facilityName",
                "見本薬局",
                "card",
                "顔認証",
                "formKey",
                UUID.randomUUID().toString());

        assertThat(missing.body()).contains("施設の名称とカードの確認方法を書いてください");
        assertThat(saved.body()).contains("見本薬局").contains("顔認証").contains("カード（受診時）");
    }

    @Test
    void an_objection_stands_on_the_page_and_an_entry_leads_to_its_withdrawal(Office office) {
        var insurer = Asking.insurer(office, "99700320", 50);
        var member = member(office, insurer, "a50");
        Asking.say(office, insurer, member, Act.WITHDRAW, "NEXT_INSURER", Recipient.ANYBODY);
        Asking.say(office, insurer, member, Act.GIVE, "POINTS", new Recipient("POINT_OPERATOR", "歩こう会"), "CHECKUP");
        var visitor = new Visitor(office);
        visitor.logIn("99700320-nurse", Office.PASSWORD);
        var page = visitor.get("/consents/" + member).body();

        assertThat(page).contains("<td>すべての情報</td><td>認めていない");
        var link = Pattern.compile("href=\"(/consents/\\d+\\?act=WITHDRAW&(?:amp;)?of=\\d+)#entry\"")
                .matcher(page);
        assertThat(link.find()).isTrue();
        assertThat(visitor.get(link.group(1).replace("&amp;", "&")).body())
                .contains("value=\"歩こう会\"")
                .contains("value=\"WITHDRAW\" checked");
    }

    @Test
    void consent_at_a_visit_is_given_with_the_card_alone(Office office) {
        var insurer = Asking.insurer(office, "99700627", 50);
        var member = member(office, insurer, "a50");
        var visitor = new Visitor(office);
        visitor.logIn("99700627-nurse", Office.PASSWORD);
        visitor.get("/consents/" + member);
        var given = visitor.post(
                "/consents/" + member + "/entries",
                "act",
                "GIVE",
                "purpose",
                "CARE_VIEW",
                "recipient",
                "PHARMACY",
                "classes",
                "DRUGS",
                "day",
                Asking.TODAY.toString(),
                "until",
                Asking.TODAY.plusYears(3).toString(),
                "asked",
                "PAPER",
                "evidence",
                "同意書綴り12",
                "formKey",
                UUID.randomUUID().toString());

        assertThat(given.status()).isEqualTo(422);
        assertThat(given.body()).contains("診療時の閲覧の同意は、ここでは記録できません");
    }
}
