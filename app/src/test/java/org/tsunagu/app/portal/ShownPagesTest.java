package org.tsunagu.app.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.consent.Consent.Asked;
import org.tsunagu.app.consent.Consents;
import org.tsunagu.app.consent.Disclosures;
import org.tsunagu.app.consent.Statement;
import org.tsunagu.rules.legal.Act;
import org.tsunagu.rules.legal.Recipient;
import org.tsunagu.rules.legal.Why;

/// A page that a member shows to a doctor: seen without a log-in, as long as the member wants it.
@ExtendWith(Office.Extension.class)
class ShownPagesTest {

    private static final String NUMBER = "99800021";
    private static final Pattern LINK = Pattern.compile("/shown/([1-9][0-9]*-[a-z0-9]{32})");
    private static final String NOTHING = "このページは開けません";

    private static String show(Visitor visitor, String clinic, String... parts) {
        visitor.get("/my/doctor-page");
        var fields = new ArrayList<>(List.of("clinic", clinic));
        for (var part : parts) {
            fields.addAll(List.of("part", part));
        }
        var page = visitor.post("/my/doctor-page", fields.toArray(String[]::new));
        assertThat(page.body()).contains("<svg").contains("ts-qr");
        var link = LINK.matcher(page.body());
        assertThat(link.find()).isTrue();
        return "/shown/" + link.group(1);
    }

    @Test
    void the_doctor_sees_what_was_chosen_and_the_member_sees_the_look(Office office) {
        var world = MemberWorld.of(office, NUMBER);
        world.checkup(1, "2025-06-02", 2025, "152", "60");
        var visitor = world.confirmed(1);

        var link = show(visitor, "見本医院", "CHECKUP");
        var seen = new Visitor(office).get(link);

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body())
                .contains("本人 1")
                .contains("152")
                .contains("健診結果")
                .doesNotContain("part-drugs")
                .doesNotContain("_csrf");
        assertThat(visitor.get("/my/access").body()).contains("QRコードを見せた医療機関");
        assertThat(visitor.get("/my/consents").body()).contains("見本医院");
        var given = world.as(Role.NURSE, () -> office.bean(Disclosures.class).of(world.id(1)));
        assertThat(given)
                .singleElement()
                .satisfies(one -> assertThat(one.why()).isEqualTo(Why.VISIT))
                .satisfies(one -> assertThat(one.ground()).isEqualTo("L24"))
                .satisfies(one -> assertThat(one.transfer().requester().name()).isEqualTo("見本医院"));
        assertThat(office.everything()
                        .queryForObject(
                                "select count(*) from portal.shown_page where member_id = ? and (key like '%-%' or"
                                        + " position(? in key) > 0)",
                                Integer.class,
                                world.id(1),
                                link.substring(link.indexOf('-') + 1)))
                .as("only the digest is kept")
                .isZero();
    }

    @Test
    void what_was_ended_is_over_or_never_was_gets_one_and_the_same_answer(Office office) {
        var world = MemberWorld.of(office, NUMBER);
        var visitor = world.confirmed(3);
        var first = show(visitor, "", "CHECKUP", "DRUGS");
        var doctor = new Visitor(office);
        assertThat(doctor.get(first).body()).contains("part-drugs");

        var second = show(visitor, "", "CHECKUP");
        var replaced = doctor.get(first);
        assertThat(doctor.get(second).status()).isEqualTo(200);
        var id = world.as(Role.NURSE, () -> office.bean(ShownPages.class).of(world.id(3)))
                .getFirst()
                .id();
        visitor.get("/my/doctor-page");
        assertThat(visitor.post("/my/doctor-page/%d/end".formatted(id)).body()).contains("もう開けません");
        var ended = doctor.get(second);
        var third = show(visitor, "", "CHECKUP");
        office.everything()
                .update(
                        "update portal.shown_page set until = now() - interval '1 second' where member_id = ?"
                                + " and ended_at is null",
                        world.id(3));
        var over = doctor.get(third);
        var never = doctor.get("/shown/%d-%s".formatted(world.insurer().id().value(), "a".repeat(32)));
        var nobody = doctor.get("/shown/999999-" + "a".repeat(32));
        var nonsense = doctor.get("/shown/x");

        assertThat(List.of(replaced, ended, over, never, nobody, nonsense))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(404))
                .allSatisfy(answer -> assertThat(answer.body()).contains(NOTHING).doesNotContain("本人 3"));
        assertThat(List.of(replaced, ended, over, never, nobody, nonsense))
                .extracting(Visitor.Answer::body)
                .containsOnly(never.body());
    }

    @Test
    void who_takes_the_consent_back_elsewhere_has_ended_the_page_as_well(Office office) {
        var world = MemberWorld.of(office, NUMBER);
        var link = show(world.confirmed(5), "見本医院", "CHECKUP");
        var member = world.member(5).id();
        world.as(
                Role.CLERK,
                () -> office.bean(Consents.class)
                        .say(new Statement(
                                member,
                                Act.WITHDRAW,
                                "CARE_VIEW",
                                new Recipient("MEDICAL", "見本医院"),
                                Set.of(),
                                java.time.LocalDate.now(office.bean(java.time.Clock.class)),
                                java.util.Optional.empty(),
                                new Statement.How(Asked.PAPER, Statement.Proxy.NOBODY, "棚1", "", "ja", ""),
                                0,
                                UUID.randomUUID())));

        assertThat(new Visitor(office).get(link).body()).contains(NOTHING);
    }

    @Test
    void nothing_is_made_without_the_password_or_without_a_choice(Office office) {
        var world = MemberWorld.of(office, NUMBER);
        var hasty = world.at(7);
        hasty.get("/my/doctor-page");
        assertThat(hasty.post("/my/doctor-page", "clinic", "", "part", "CHECKUP").path())
                .isEqualTo("/my/confirm?back=/my/doctor-page");
        var visitor = world.confirmed(7);
        visitor.get("/my/doctor-page");

        assertThat(visitor.post("/my/doctor-page", "clinic", "").status()).isEqualTo(422);
        assertThat(office.everything()
                        .queryForObject(
                                "select count(*) from portal.shown_page where member_id = ?",
                                Integer.class,
                                world.id(7)))
                .isZero();
    }

    @Test
    void guessing_is_slow_and_nothing_but_reading_is_possible(Office office) {
        var world = MemberWorld.of(office, NUMBER);
        var link = show(world.confirmed(9), "", "CHECKUP");
        var doctor = new Visitor(office);
        assertThat(doctor.post(link, "x", "y").status()).isEqualTo(403);

        var answers = new ArrayList<Integer>();
        for (var i = 0; i < 60; i++) {
            answers.add(doctor.get("/shown/1-" + "b".repeat(32)).status());
        }

        assertThat(answers).contains(404, 429);
        assertThat(doctor.get("/my").path()).isEqualTo("/my/login");
    }
}
