package org.tsunagu.app.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.portal.Proxies.Relation;

/// Who acts for somebody else sees what was allowed, as long as it was allowed, and leaves a trace.
@ExtendWith(Office.Extension.class)
class ProxiesTest {

    private static String appoint(Visitor visitor, String... scopes) {
        visitor.get("/my/proxies");
        var fields = new java.util.ArrayList<>(List.of(
                "until",
                LocalDate.now(java.time.ZoneId.of("Asia/Tokyo")).plusMonths(6).toString()));
        for (var scope : scopes) {
            fields.addAll(List.of("scope", scope));
        }
        var shown = visitor.post("/my/proxies", fields.toArray(String[]::new));
        return shown.body().replaceAll("(?s).*<code>([a-z0-9-]+)</code>.*", "$1");
    }

    private static Visitor.Answer accept(Visitor visitor, String code) {
        visitor.get("/my/proxies");
        return visitor.post("/my/proxies/accept", "code", code);
    }

    private static Visitor.Answer become(Visitor visitor, long ward) {
        visitor.get("/my");
        return visitor.post("/my/as", "ward", Long.toString(ward));
    }

    @Test
    void a_proxy_sees_what_was_allowed_and_every_look_is_in_the_ledger_of_the_person(Office office) {
        var world = MemberWorld.of(office);
        world.checkup(11, "2025-06-02", 2025, "128", "60");
        var person = world.confirmed(11);
        var proxy = world.at(13);
        var code = appoint(person, "CHECKUP");
        assertThat(accept(proxy, code).body()).contains("代理になりました");

        var home = become(proxy, world.id(11));

        assertThat(home.body()).contains("本人 11 さんのページを代理で見ています");
        assertThat(proxy.get("/my/checkups").body()).contains("128");
        assertThat(proxy.get("/my/drugs").status()).isEqualTo(403);
        assertThat(proxy.get("/my/access").status()).isEqualTo(404);
        assertThat(world.kinds(11)).contains("VIEW /my/checkups proxy " + world.id(13));
        assertThat(person.get("/my/access").body()).contains("代理の方");
    }

    @Test
    void a_proxy_appoints_nobody_and_a_code_is_taken_once(Office office) {
        var world = MemberWorld.of(office);
        var person = world.confirmed(15);
        var proxy = world.confirmed(17);
        var code = appoint(person, "CHECKUP", "CONSENT");
        assertThat(accept(proxy, code).body()).contains("代理になりました");

        assertThat(accept(world.at(19), code).body()).contains("このコードは使えません");
        become(proxy, world.id(15));
        assertThat(proxy.get("/my/proxies").status()).isEqualTo(404);
        assertThat(proxy.post("/my/proxies", "until", "2027-01-01", "scope", "CHECKUP")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_proxy_that_was_ended_is_back_at_the_own_pages_at_once(Office office) {
        var world = MemberWorld.of(office);
        var person = world.confirmed(21);
        var proxy = world.at(23);
        accept(proxy, appoint(person, "CHECKUP"));
        become(proxy, world.id(21));
        var id = world.as(Role.CLERK, () -> office.bean(Proxies.class).of(world.id(21)))
                .getFirst()
                .id();

        person.get("/my/proxies");
        person.post("/my/proxies/%d/end".formatted(id));

        var next = proxy.get("/my/checkups");
        assertThat(next.path()).isEqualTo("/my?notice=portal.proxy.over");
        assertThat(next.body()).contains("本人 23 さん").doesNotContain("代理で見ています");
        assertThat(become(proxy, world.id(21)).status()).isEqualTo(404);
    }

    @Test
    void nobody_becomes_somebody_without_leave(Office office) {
        var world = MemberWorld.of(office);

        assertThat(become(world.at(25), world.id(27)).status()).isEqualTo(404);
    }

    @Test
    void a_parent_acts_until_the_day_before_the_child_comes_of_age(Office office) {
        var world = MemberWorld.of(office);
        var child = world.member(30);
        world.as(Role.CLERK, () -> {
            office.bean(Proxies.class)
                    .writeDown(
                            child,
                            world.member(29),
                            new Proxies.Wanted(
                                    Relation.PARENT,
                                    List.of(Scope.values()),
                                    LocalDate.of(2026, 4, 1),
                                    LocalDate.of(2050, 1, 1),
                                    "戸籍"));
            return "";
        });

        var proxy = world.as(Role.CLERK, () -> office.bean(Proxies.class).of(world.id(30)))
                .getFirst();
        assertThat(proxy.to()).isEqualTo(LocalDate.of(2033, 5, 31));
        assertThat(proxy.holdsOn(LocalDate.of(2033, 5, 31))).isTrue();
        assertThat(proxy.holdsOn(LocalDate.of(2033, 6, 1))).isFalse();
        var parent = world.at(29);
        assertThat(become(parent, world.id(30)).body()).contains("本人 30 さんのページを代理で見ています");
        for (var page : List.of("/my/drugs", "/my/guidance", "/my/tickets", "/my/consents", "/my/points")) {
            assertThat(parent.get(page).status()).as(page).isEqualTo(200);
        }
        // Always the same sentence, whether anything is hidden or not.
        var sentence = "代理の方には表示しない情報があることがあります。";
        assertThat(parent.get("/my/drugs").body()).contains(sentence);
        assertThat(parent.get("/my/expenses").body()).contains(sentence);
        assertThat(world.at(27).get("/my/expenses").body()).doesNotContain(sentence);
    }

    @Test
    void a_child_appoints_nobody_and_every_proxy_of_a_child_ends_when_it_comes_of_age(Office office) {
        var world = MemberWorld.of(office);
        var proxies = office.bean(Proxies.class);
        var child = world.member(32);
        world.as(Role.CLERK, () -> {
            proxies.writeDown(child, world.member(31), wanted(Relation.GUARDIAN));
            return "";
        });

        assertThat(world.as(Role.CLERK, () -> proxies.of(world.id(32)))
                        .getFirst()
                        .to())
                .isEqualTo(LocalDate.of(2033, 5, 31));
        assertThatThrownBy(() -> world.as(Role.CLERK, () -> {
                    proxies.writeDown(child, world.member(31), wanted(Relation.FAMILY));
                    return "";
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(proxies.isPossible(world.member(31), Relation.PARENT)).isFalse();
        var clerk = new Visitor(office);
        clerk.logIn(MemberWorld.NUMBER + "-clerk", Office.PASSWORD);
        var page = "/portal/members/" + world.id(32);
        clerk.get(page);
        assertThat(write(clerk, page, world.id(31), "FAMILY").body()).contains("この方の年齢では、この根拠は選べません。");
        assertThat(write(clerk, page, world.id(31), "").body()).contains("根拠を選んでください。");
    }

    private static Visitor.Answer write(Visitor clerk, String page, long proxy, String relation) {
        return clerk.post(
                page + "/proxies",
                "proxy",
                Long.toString(proxy),
                "relation",
                relation,
                "scope",
                "CHECKUP",
                "from",
                "2026-04-01",
                "to",
                "2027-03-31",
                "evidence",
                "戸籍");
    }

    private static Proxies.Wanted wanted(Relation relation) {
        return new Proxies.Wanted(
                relation, List.of(Scope.values()), LocalDate.of(2026, 4, 1), LocalDate.of(2050, 1, 1), "戸籍");
    }

    @Test
    void a_form_of_a_tab_that_shows_somebody_else_does_nothing(Office office) {
        var world = MemberWorld.of(office);
        var person = world.confirmed(33);
        var proxy = world.at(13);
        accept(proxy, appoint(person, "POINTS", "MESSAGE"));
        // The first tab shows the own points; in the second one the person goes to those of somebody else.
        proxy.get("/my/points");
        var own = Long.toString(world.id(13));
        become(proxy, world.id(33));

        var refused = proxy.post("/my/points", "join", "true", "viewed", own);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("別の方の画面です").contains("本人 33 さんのページです");
        assertThat(person.get("/my/points").body()).contains("まだ参加していません");
        proxy.get("/my/points");
        assertThat(proxy.post("/my/points", "join", "true").path()).isEqualTo("/my/points?notice=portal.points.joined");
    }

    @Test
    void what_a_proxy_writes_is_in_the_name_of_the_proxy(Office office) {
        var world = MemberWorld.of(office);
        var person = world.confirmed(33);
        var proxy = world.at(13);
        accept(proxy, appoint(person, "MESSAGE"));
        become(proxy, world.id(33));
        proxy.get("/my/messages");
        proxy.post(
                "/my/messages",
                "about",
                "GENERAL",
                "words",
                "代わりに聞きます",
                "formKey",
                java.util.UUID.randomUUID().toString());

        assertThat(person.get("/my/messages").body()).contains("代理の方から（本人 13）").contains("代わりに聞きます");
    }
}
