package org.tsunagu.app.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.MemberUser;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.consent.Consent.About;
import org.tsunagu.app.consent.Consent.Decision;
import org.tsunagu.app.consent.Consents;
import org.tsunagu.app.consent.Disclosures;
import org.tsunagu.app.consent.Transfer;
import org.tsunagu.app.membership.MemberId;

/// What members see of themselves, and that they see nobody else.
@ExtendWith(Office.Extension.class)
class OwnPagesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/my",
                "/my/checkups",
                "/my/trends",
                "/my/drugs",
                "/my/expenses",
                "/my/guidance",
                "/my/tickets",
                "/my/points",
                "/my/messages",
                "/my/consents",
                "/my/access",
                "/my/access?days=0&own=true",
                "/my/export",
                "/my/proxies",
                "/my/devices",
                "/my/confirm"
            })
    void every_page_opens_for_the_member_and_is_written_down(String page, Office office) {
        var world = MemberWorld.of(office);
        var visitor = world.at(21);
        var answer = visitor.get(page);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("本人 21 さん").contains("<h1>");
        assertThat(world.ledger(21).getFirst().actor()).isEqualTo("person");
        assertThat(new Visitor(office).get(page).path()).isEqualTo("/my/login");
    }

    @Test
    void a_high_blood_pressure_comes_first_and_is_said_in_words(Office office) {
        var world = MemberWorld.of(office);
        world.checkup(23, "2024-06-03", 2024, "128", "60");
        world.checkup(23, "2025-06-02", 2025, "182", "38");
        var visitor = world.at(23);

        var home = visitor.get("/my").body();
        var page = visitor.get("/my/checkups").body();
        var trends = visitor.get("/my/trends").body();

        assertThat(home).contains("すぐに受診が必要な値がありました");
        assertThat(page)
                .containsPattern("(?s)収縮期血圧</th>.{0,80}182.{0,200}高い</td>.{0,40}↑ 上がった")
                .containsPattern("(?s)HDL[^<]*</th>.{0,80}38.{0,200}少し低め.{0,80}↓ 下がった");
        assertThat(trends).contains("<svg").containsPattern("(?s)<th scope=\"row\">令和7年度</th>\\s*<td>182</td>");
    }

    @Test
    void the_checkup_of_somebody_else_is_not_there(Office office) {
        var world = MemberWorld.of(office);
        var theirs = world.checkup(25, "2025-06-02", 2025, "120", "60");
        var mine = world.checkup(27, "2025-06-02", 2025, "120", "60");
        var visitor = world.at(27);

        assertThat(visitor.get("/my/checkups/" + mine).status()).isEqualTo(200);
        assertThat(visitor.get("/my/checkups/" + theirs).status()).isEqualTo(404);
        assertThat(visitor.get("/my/checkups/" + theirs + "/notice.pdf").status())
                .isEqualTo(404);
        assertThat(visitor.get("/my/checkups/" + mine + "/notice.pdf").body()).startsWith("%PDF");
    }

    @Test
    void the_database_itself_shows_a_member_no_other_rows(Office office) {
        var world = MemberWorld.of(office);
        world.checkup(25, "2023-06-02", 2023, "120", "60");
        world.checkup(27, "2023-06-02", 2023, "120", "60");
        var user = MemberUser.of(world.insurer(), world.id(27), "x", UUID.randomUUID());
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
        try {
            var jdbc = office.bean(JdbcClient.class);
            for (var select :
                    List.of("select distinct member_id from checkups.checkup", "select id from membership.member")) {
                var seen = office.bean(TenantTransactions.class)
                        .in(
                                world.insurer().id(),
                                () -> jdbc.sql(select).query(Long.class).list());
                assertThat(seen).as(select).containsExactly(world.id(27));
            }
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void a_look_of_the_office_is_seen_with_its_role_and_without_its_name(Office office) {
        var world = MemberWorld.of(office);
        var nurse = new Visitor(office);
        nurse.logIn(MemberWorld.NUMBER + "-nurse", Office.PASSWORD);
        nurse.get("/members/" + world.id(1));
        var visitor = world.at(1);

        var page = visitor.get("/my/access").body();

        assertThat(page)
                .contains("試験組合" + MemberWorld.NUMBER)
                .containsPattern("(?s)保健師・看護師</span>\\s*<p>閲覧：資格、健診、連絡")
                .doesNotContain("試験 NURSE")
                .doesNotContain(">ご本人</span>");
        assertThat(visitor.get("/my/access?own=true").body()).contains(">ご本人</span>");
    }

    @Test
    void somebody_of_the_office_whose_name_is_person_is_not_taken_for_the_member(Office office) {
        var world = MemberWorld.of(office);
        office.bean(Audit.class)
                .noteAs(
                        new Actor(987_654, "person", world.insurer(), Set.of()),
                        Look.at(world.id(27), "checkup", "work", "/members"));

        assertThat(world.at(27).get("/my/access").body()).containsPattern("(?s)職員</span>\\s*<p>閲覧：健診");
    }

    @Test
    void a_form_that_comes_back_is_a_look_as_well(Office office) {
        var world = MemberWorld.of(office);
        var visitor = world.at(29);
        visitor.get("/my/messages");
        var before = looks(office, world.id(29));

        var refused = visitor.post(
                "/my/messages",
                "about",
                "GENERAL",
                "words",
                " ",
                "formKey",
                UUID.randomUUID().toString());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(looks(office, world.id(29))).isEqualTo(before + 1);
    }

    private static int looks(Office office, long member) {
        return office.everything()
                .queryForObject(
                        "select count(*) from audit.event where member_id = ? and kind = 'VIEW'"
                                + " and place = '/my/messages'",
                        Integer.class,
                        member);
    }

    @Test
    void a_question_about_a_look_is_answered_by_the_office(Office office) {
        var world = MemberWorld.of(office);
        var nurse = new Visitor(office);
        nurse.logIn(MemberWorld.NUMBER + "-nurse", Office.PASSWORD);
        nurse.get("/members/" + world.id(3));
        nurse.get("/members/" + world.id(5));
        var entry = world.ledger(3).getFirst().seq();
        var visitor = world.at(3);
        var form = visitor.get("/my/access/" + entry);
        assertThat(form.status()).isEqualTo(200);
        visitor.post(
                "/my/access/" + entry,
                "words",
                "夜中に見られています",
                "formKey",
                UUID.randomUUID().toString());

        assertThat(visitor.get("/my/access/" + world.ledger(5).getFirst().seq()).status())
                .isEqualTo(404);
        assertThat(nurse.get("/portal").body()).contains("本人 3");
        var inquiry = world.as(Role.NURSE, () -> office.bean(Inquiries.class).of(world.id(3)))
                .getFirst();
        nurse.get("/portal/members/" + world.id(3));
        nurse.post("/portal/members/%d/inquiries/%d".formatted(world.id(3), inquiry.id()), "words", "調べました");

        assertThat(visitor.get("/my/access").body()).contains("夜中に見られています").contains("調べました");
    }

    @Test
    void data_are_taken_along_only_after_the_password_was_asked_for_once_more(Office office) {
        var world = MemberWorld.of(office);
        world.checkup(5, "2025-06-02", 2025, "151", "60");
        var visitor = world.at(5);
        visitor.get("/my/export");
        assertThat(visitor.post("/my/export", "form", "csv").path()).isEqualTo("/my/confirm?back=/my/export");
        assertThat(visitor.post("/my/confirm", "back", "/my/export", "password", "not this one at all")
                        .status())
                .isEqualTo(422);
        visitor.post("/my/confirm", "back", "/my/export", "password", MemberWorld.PASSWORD);

        var csv = visitor.post("/my/export", "form", "csv");
        var pdf = visitor.post("/my/export", "form", "pdf");

        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.body()).startsWith("PK").contains("checkups.csv").contains("README.txt");
        assertThat(pdf.body()).startsWith("%PDF");
        assertThat(world.ledger(5).stream()
                        .filter(one -> one.kind() == Look.Kind.EXPORT)
                        .flatMap(one -> one.dataClasses().stream()))
                .contains("register", "checkup", "claim", "guidance", "ticket", "consent", "audit");
    }

    @Test
    void a_consent_is_given_and_taken_back_by_the_member(Office office) {
        var world = MemberWorld.of(office);
        var hasty = world.at(7);
        hasty.get("/my/consents");
        var refused = give(hasty, "GIVEN");
        assertThat(refused.path()).isEqualTo("/my/confirm?back=/my/consents");
        var visitor = world.confirmed(7);
        visitor.get("/my/consents");

        assertThat(give(visitor, "GIVEN").body()).contains("いま：同意している");
        assertThat(give(visitor, "WITHDRAWN").body()).contains("いま：同意を取り消した");
        assertThat(world.as(
                        Role.NURSE,
                        () -> office.bean(Consents.class).inForce(new MemberId(world.id(7)), About.CLINICAL)))
                .contains(Decision.WITHDRAWN);
    }

    @Test
    void what_was_given_to_others_stands_on_the_own_page_and_a_refusal_does_not(Office office) {
        var world = MemberWorld.of(office);
        var member = world.id(19);
        for (var requester : List.of("HEALTH_UNION", "RESEARCHER")) {
            world.as(
                    Role.CLERK,
                    () -> office.bean(Disclosures.class)
                            .decide(
                                    new Transfer(
                                            new Transfer.Side(requester, "相手の" + requester),
                                            new Transfer.Side("PERSON", ""),
                                            "CONSULTATION",
                                            "HEALTH_PROGRAMME",
                                            LocalDate.parse("2026-11-01"),
                                            "test"),
                                    member));
        }

        assertThat(world.at(19).get("/my/consents").body())
                .contains("渡した情報")
                .contains("相手のHEALTH_UNION")
                .doesNotContain("相手のRESEARCHER");
    }

    private static Visitor.Answer give(Visitor visitor, String decision) {
        return visitor.post(
                "/my/consents",
                "about",
                "CLINICAL",
                "decision",
                decision,
                "formKey",
                UUID.randomUUID().toString());
    }

    @Test
    void a_message_goes_to_the_office_and_back_and_is_new_until_it_is_read(Office office) {
        var world = MemberWorld.of(office);
        var visitor = world.at(9);
        visitor.get("/my/messages");
        visitor.post(
                "/my/messages",
                "about",
                "GENERAL",
                "words",
                "券をなくしました",
                "formKey",
                UUID.randomUUID().toString());
        var clerk = new Visitor(office);
        clerk.logIn(MemberWorld.NUMBER + "-clerk", Office.PASSWORD);
        assertThat(clerk.get("/portal").body()).contains("本人 9");
        var page = "/portal/members/" + world.id(9);
        assertThat(clerk.get(page).body()).contains("券をなくしました");
        clerk.post(
                page + "/messages",
                "about",
                "GENERAL",
                "words",
                "再発行します",
                "formKey",
                UUID.randomUUID().toString());

        assertThat(clerk.get("/portal").body()).doesNotContain("本人 9<");
        assertThat(visitor.get("/my").body()).contains("新しいお知らせ 1件");
        assertThat(visitor.get("/my/messages").body()).contains("再発行します").contains("新着");
        assertThat(visitor.get("/my").body()).doesNotContain("新しいお知らせ");
    }

    @Test
    void letters_are_larger_and_the_page_is_english_when_somebody_wants_it(Office office) {
        var visitor = new Visitor(office);
        visitor.get("/my/login");

        var large = visitor.post("/my/size", "size", "3", "back", "/my/login");
        var english = visitor.post("/my/language", "language", "en", "back", "/my/login");

        assertThat(large.body()).contains("class=\"ts-size-3\"");
        assertThat(english.body()).contains("<html lang=\"en\"").contains("Log in to your pages");
    }
}
