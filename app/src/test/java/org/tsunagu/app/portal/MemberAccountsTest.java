package org.tsunagu.app.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.IdentityService;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Role;

/// How members come to their own pages, and how nobody else does.
@ExtendWith(Office.Extension.class)
class MemberAccountsTest {

    private static final String BIRTH = "S40.5.1";

    @Test
    void a_member_connects_with_code_and_date_of_birth_and_logs_in(Office office) {
        var world = MemberWorld.of(office);
        var visitor = new Visitor(office);
        var login = MemberWorld.name();

        // As a telephone types it: wide and with capitals.
        var connected = MemberWorld.connect(visitor, world.code(1).toUpperCase(java.util.Locale.ROOT), BIRTH, login);
        var home = MemberWorld.logIn(visitor, login, MemberWorld.PASSWORD);

        assertThat(connected.path()).isEqualTo("/my/login?connected");
        assertThat(home.path()).isEqualTo("/my");
        assertThat(home.body()).contains("本人 1 さん").contains("だいじな3つ");
        assertThat(world.kinds(1)).contains("CHANGE /my/start person", "LOGIN /my/login person", "VIEW /my person");
    }

    @Test
    void a_code_is_used_once_and_a_replay_is_refused_and_written_down(Office office) {
        var world = MemberWorld.of(office);
        var code = world.code(3);
        MemberWorld.connect(new Visitor(office), code, BIRTH, MemberWorld.name());

        var login = MemberWorld.name();
        var again = MemberWorld.connect(new Visitor(office), code, BIRTH, login);

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("登録コードか生年月日が違うか、コードの期限が切れています。");
        assertThat(MemberWorld.logIn(new Visitor(office), login, MemberWorld.PASSWORD)
                        .path())
                .isEqualTo("/my/login?wrong");
        assertThat(world.kinds(3)).contains("LOGIN /my/start unknown");
    }

    @Test
    void after_five_wrong_dates_of_birth_the_right_one_is_of_no_use(Office office) {
        var world = MemberWorld.of(office);
        var code = world.code(5);
        for (var i = 0; i < 5; i++) {
            assertThat(MemberWorld.connect(new Visitor(office), code, "1966-05-01", MemberWorld.name())
                            .status())
                    .isEqualTo(422);
        }

        assertThat(MemberWorld.connect(new Visitor(office), code, BIRTH, MemberWorld.name())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_code_ends_after_its_last_day_and_with_a_new_one(Office office) {
        var world = MemberWorld.of(office);
        var old = world.code(7);
        var late = world.code(7);

        assertThat(MemberWorld.connect(new Visitor(office), old, BIRTH, MemberWorld.name())
                        .status())
                .isEqualTo(422);
        office.everything()
                .update("update portal.invitation set until = current_date - 2 where member_id = ?", world.id(7));
        assertThat(MemberWorld.connect(new Visitor(office), late, BIRTH, MemberWorld.name())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_link_that_leads_nowhere_is_like_any_page_that_is_not_there(Office office) {
        var world = MemberWorld.of(office);
        var code = world.code(9);
        var visitor = new Visitor(office);
        var good = visitor.get("/my/start/" + code.replace("-", ""));
        MemberWorld.connect(new Visitor(office), code, BIRTH, MemberWorld.name());

        var used = visitor.get("/my/start/" + code.replace("-", ""));
        var guessed = visitor.get("/my/start/aaaabbbbccccdddd");

        assertThat(good.status()).isEqualTo(200);
        assertThat(good.body()).doesNotContain("本人 9");
        assertThat(used.status()).isEqualTo(404);
        assertThat(without(used.body())).isEqualTo(without(guessed.body()));
    }

    private static String without(String body) {
        return body.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    @Test
    void guessing_links_is_slow(Office office) {
        var visitor = new Visitor(office);
        var last = 0;
        for (var i = 0; i < 21; i++) {
            last = visitor.get("/my/start/guess" + i).status();
        }

        assertThat(last).isEqualTo(429);
    }

    @Test
    void a_child_gets_no_account(Office office) {
        var world = MemberWorld.of(office);

        var issued = world.as(
                Role.CLERK,
                () -> office.bean(MemberInvitations.class).issue(world.member(2), MemberInvitations.Way.COUNTER));

        assertThat(issued).isEmpty();
    }

    @Test
    void who_has_logged_in_to_the_office_has_not_logged_in_here_and_the_other_way_round(Office office) {
        var world = MemberWorld.of(office);
        var staff = new Visitor(office);
        staff.logIn(MemberWorld.NUMBER + "-nurse", Office.PASSWORD);
        assertThat(staff.get("/my").path()).isEqualTo("/my/login");

        var member = world.at(11);
        assertThat(member.get("/my/checkups").status()).isEqualTo(200);
        assertThat(member.get("/tasks").path()).isEqualTo("/login");
        assertThat(member.get("/members/" + world.id(11)).path()).isEqualTo("/login");
        assertThat(member.get("/portal").path()).isEqualTo("/login");

        // Both in one browser: each stays who it is.
        var login = MemberWorld.name();
        MemberWorld.connect(staff, world.code(11), BIRTH, login);
        MemberWorld.logIn(staff, login, MemberWorld.PASSWORD);
        assertThat(staff.get("/my").path()).isEqualTo("/my");
        assertThat(staff.get("/tasks").status()).isEqualTo(200);
    }

    @Test
    void five_wrong_passwords_stop_the_right_one(Office office) {
        var world = MemberWorld.of(office);
        var login = MemberWorld.name();
        MemberWorld.connect(new Visitor(office), world.code(13), BIRTH, login);
        var visitor = new Visitor(office);
        for (var i = 0; i < 4; i++) {
            assertThat(MemberWorld.logIn(visitor, login, "not this one at all").path())
                    .isEqualTo("/my/login?wrong");
        }
        MemberWorld.logIn(visitor, login, "not this one at all");
        var locked = MemberWorld.logIn(visitor, login, MemberWorld.PASSWORD);
        var unknown = MemberWorld.logIn(new Visitor(office), "nobody-has-this-name", MemberWorld.PASSWORD);

        // The same answer for a name that exists and for one that does not.
        assertThat(locked.path()).isEqualTo("/my/login?wrong").isEqualTo(unknown.path());
        assertThat(without(locked.body())).isEqualTo(without(unknown.body()));
        assertThat(world.kinds(13)).contains("LOGIN /my/login person");
    }

    @Test
    void a_session_is_ended_from_another_device(Office office) {
        var world = MemberWorld.of(office);
        var login = MemberWorld.name();
        var telephone = new Visitor(office);
        MemberWorld.connect(telephone, world.code(15), BIRTH, login);
        MemberWorld.logIn(telephone, login, MemberWorld.PASSWORD);
        var computer = new Visitor(office);
        MemberWorld.logIn(computer, login, MemberWorld.PASSWORD);

        var devices = computer.get("/my/devices");
        computer.post("/my/devices/end");

        assertThat(devices.body()).contains("この端末").contains("ほかをすべてログアウトさせる");
        assertThat(telephone.get("/my").path()).isEqualTo("/my/login?ended");
        assertThat(computer.get("/my").path()).isEqualTo("/my");
    }

    @Test
    void whoever_logs_out_or_is_stopped_sees_nothing_more(Office office) {
        var world = MemberWorld.of(office);
        var visitor = world.at(17);
        visitor.get("/my");
        visitor.post("/my/logout");
        assertThat(visitor.get("/my").path()).isEqualTo("/my/login");

        var other = world.at(17);
        world.as(Role.CLERK, () -> {
            office.bean(MemberAccounts.class).enable(world.id(17), false);
            return "";
        });
        assertThat(other.get("/my").path()).isEqualTo("/my/login?ended");
        world.as(Role.CLERK, () -> {
            office.bean(MemberAccounts.class).enable(world.id(17), true);
            return "";
        });
    }

    @Test
    void the_office_gives_the_code_once_on_the_screen_or_in_a_letter(Office office) {
        var world = MemberWorld.of(office);
        var nurse = office(office, "nurse");
        var page = "/portal/members/" + world.id(35);
        nurse.get(page);

        var shown = nurse.post(page + "/invite");
        var later = nurse.get(page);
        var letter = nurse.post(page + "/letter");

        var code = shown.body().replaceAll("(?s).*<code>([a-z0-9-]+)</code>.*", "$1");
        assertThat(code).matches("([a-z0-9]{4}-){3}[a-z0-9]{4}");
        assertThat(later.body()).doesNotContain(code);
        assertThat(letter.body()).startsWith("%PDF");
        // The letter has another code: that of the screen has ended.
        assertThat(MemberWorld.connect(new Visitor(office), code, BIRTH, MemberWorld.name())
                        .status())
                .isEqualTo(422);
    }

    private static Visitor office(Office office, String role) {
        var visitor = new Visitor(office);
        visitor.logIn(MemberWorld.NUMBER + "-" + role, Office.PASSWORD);
        return visitor;
    }

    @Test
    void a_code_at_the_counter_is_for_few_hands_and_opens_no_account_that_is_there(Office office) {
        var world = MemberWorld.of(office);
        var page = "/portal/members/" + world.id(37);
        var clerk = office(office, "clerk");
        assertThat(clerk.get(page).body()).doesNotContain("窓口でコードを渡す");

        var refused = clerk.post(page + "/invite");
        var nurse = office(office, "nurse");
        nurse.get(page);
        var code = nurse.post(page + "/invite").body().replaceAll("(?s).*<code>([a-z0-9-]+)</code>.*", "$1");
        var member = new Visitor(office);
        var login = MemberWorld.name();
        MemberWorld.connect(member, code, BIRTH, login);
        MemberWorld.logIn(member, login, MemberWorld.PASSWORD);
        var again = nurse.post(page + "/invite");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("手紙を使ってください").doesNotContain("<code>");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("手紙でだけコードを渡せます").doesNotContain("<code>");
        assertThat(member.get("/my/messages").body())
                .contains("窓口で登録コードを渡しました（")
                .contains("マイページの利用登録をしました（");
        assertThat(world.at(37).get("/my/messages").body()).contains("マイページの登録をやり直しました（");
        // A form that comes back shows the person as well.
        assertThat(world.ledger(37).stream()
                        .filter(one -> one.place().equals("/portal/members")
                                && one.actor().equals("試験 CLERK")))
                .hasSize(2);
    }

    @Test
    void letters_go_to_those_who_have_no_account_and_no_code_and_only_once(Office office) {
        var world = MemberWorld.of(office);
        var invitations = office.bean(MemberInvitations.class);
        world.at(21);
        var before = world.as(Role.CLERK, () -> invitations.uninvited(100));
        var clerk = new Visitor(office);
        clerk.logIn(MemberWorld.NUMBER + "-clerk", Office.PASSWORD);
        clerk.get("/portal");

        var file = clerk.post("/portal/letters");
        var again = clerk.post("/portal/letters");

        assertThat(before).contains(world.id(31)).doesNotContain(world.id(21), world.id(2));
        assertThat(file.body()).startsWith("%PDF");
        assertThat(again.status()).isEqualTo(404);
        assertThat(world.as(Role.CLERK, () -> invitations.of(world.id(31)))
                        .getFirst()
                        .way())
                .isEqualTo(MemberInvitations.Way.LETTER);
        assertThat(world.kinds(31)).contains("PRINT /portal/letters 試験 CLERK");
        var nurse = new Visitor(office);
        nurse.logIn(MemberWorld.NUMBER + "-dietitian", Office.PASSWORD);
        nurse.get("/portal");
        assertThat(nurse.post("/portal/letters").status()).isEqualTo(403);
    }

    @Test
    void an_identity_service_lets_in_whom_a_member_has_linked_and_nobody_else(Office office) {
        var world = MemberWorld.of(office);
        office.identity().next(new IdentityService.Person("member-one", "one@example.jp", true));
        assertThat(new Visitor(office).get("/my/oauth2/authorization/member").path())
                .isEqualTo("/my/login?unknown");

        var visitor = world.confirmed(1);
        visitor.get("/my/devices");
        var linked = visitor.post("/my/link", "link", "true");
        var other = new Visitor(office).get("/my/oauth2/authorization/member");

        assertThat(linked.body()).contains("外部IDと連携しました。");
        assertThat(other.path()).isEqualTo("/my");
        assertThat(other.body()).contains("本人 1 さん");
        assertThat(world.at(3).get("/my").body()).contains("本人 3 さん");
        office.identity().next(new IdentityService.Person("member-two", "one@example.jp", true));
        assertThat(new Visitor(office).get("/my/oauth2/authorization/member").path())
                .isEqualTo("/my/login?unknown");
        assertThat(new Visitor(office).get("/oauth2/authorization/office").path())
                .isEqualTo("/login?unknown");
        // Whoever connects anew shuts out who was let in before.
        world.at(1);
        office.identity().next(new IdentityService.Person("member-one", "one@example.jp", true));
        assertThat(new Visitor(office).get("/my/oauth2/authorization/member").path())
                .isEqualTo("/my/login?unknown");
    }

    @Test
    void a_link_that_somebody_began_binds_nobody_who_comes_later(Office office) {
        var world = MemberWorld.of(office);
        office.identity().next(new IdentityService.Person("member-late", "late@example.jp", true));
        var ended = world.confirmed(39);
        ended.get("/my/devices");
        office.identity()
                .meanwhile(() -> office.everything()
                        .update("update portal.session set ended_at = now() where owner_id = ?", world.id(39)));
        var afterEnd = ended.post("/my/link", "link", "true");
        var left = world.confirmed(39);
        left.get("/my/devices");
        office.identity().meanwhile(() -> left.get("/my/login"));
        var afterLogIn = left.post("/my/link", "link", "true");
        office.identity().meanwhile(() -> {});

        assertThat(afterEnd.path()).isEqualTo("/my/login?unknown");
        assertThat(afterLogIn.path()).isEqualTo("/my/login?unknown");
        assertThat(new Visitor(office).get("/my/oauth2/authorization/member").path())
                .isEqualTo("/my/login?unknown");
    }
}
