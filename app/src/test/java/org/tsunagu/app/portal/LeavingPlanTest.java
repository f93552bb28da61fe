package org.tsunagu.app.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.consent.Disclosures;
import org.tsunagu.app.consent.Transfer;
import org.tsunagu.app.membership.Coverage;
import org.tsunagu.app.portal.LeavingPlan.Next;
import org.tsunagu.rules.legal.Grounds;
import org.tsunagu.rules.legal.Why;
import org.tsunagu.rules.legal.Will;

/// How a member's cover ends, who comes next, and what goes there on which ground.
@ExtendWith(Office.Extension.class)
class LeavingPlanTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-01");

    private static Optional<LeavingPlan> plan(String birth, String to, String party) {
        var cover = new Coverage(
                LocalDate.parse("2015-04-01"), to.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(to)), "");
        return LeavingPlan.of(LocalDate.parse(birth), List.of(cover), party, Grounds.shipped(), TODAY);
    }

    @Test
    void the_birthday_of_75_brings_the_wide_area_union() {
        var plan = plan("1952-02-10", "", "HEALTH_UNION").orElseThrow();

        assertThat(plan.next()).isEqualTo(Next.UNION);
        assertThat(plan.lastDay()).isEqualTo("2027-02-09");
        assertThat(plan.isOver()).isFalse();
        assertThat(plan.handed())
                .allSatisfy(one -> assertThat(one.will()).isEqualTo(Will.NO))
                .allSatisfy(one -> assertThat(one.ground()).isPresent());
    }

    @Test
    void who_leaves_earlier_goes_elsewhere_and_may_object() {
        var plan = plan("1970-02-10", "2026-12-31", "HEALTH_UNION").orElseThrow();

        assertThat(plan.next()).isEqualTo(Next.OTHER);
        assertThat(plan.handed())
                .extracting(one -> one.ground().orElseThrow().key() + " " + one.will())
                .containsExactly("L13 OBJECTION", "L13 OBJECTION");
        assertThat(plan.openUntil()).isEqualTo("2027-12-31");
    }

    @Test
    void nothing_is_said_to_whoever_stays_or_goes_much_later() {
        assertThat(plan("1970-02-10", "", "HEALTH_UNION")).isEmpty();
        assertThat(plan("1970-02-10", "2027-12-31", "HEALTH_UNION")).isEmpty();
        assertThat(plan("1952-02-10", "", "WIDE_AREA_UNION")).isEmpty();
        assertThat(plan("1945-02-10", "2026-06-30", "HEALTH_UNION").orElseThrow().isOver())
                .isTrue();
    }

    @Test
    void a_no_to_the_hand_over_holds_when_the_next_insurer_asks(Office office) {
        var world = MemberWorld.of(office, "99800047");
        office.everything()
                .update(
                        "update membership.coverage set to_day = current_date + 30 where member_id = ?",
                        world.id(31));
        var visitor = world.confirmed(31);

        assertThat(visitor.get("/my").body()).contains("href=\"/my/leaving\"");
        assertThat(visitor.get("/my/leaving").body()).contains("で終わる予定です").contains("第27条").contains("持ち帰");
        assertThat(ask(office, world)).isEqualTo(Why.NOT_OBJECTED);
        assertThat(visitor.post(
                                "/my/leaving",
                                "wanted",
                                "false",
                                "formKey",
                                UUID.randomUUID().toString())
                        .body())
                .contains("引き継がない（断っている）");
        assertThat(ask(office, world)).isEqualTo(Why.OBJECTED);
        visitor.post("/my/leaving", "wanted", "true", "formKey", UUID.randomUUID().toString());
        assertThat(ask(office, world)).isEqualTo(Why.NOT_OBJECTED);
    }

    private static Why ask(Office office, MemberWorld world) {
        var member = world.id(31);
        return world.as(Role.CLERK, () -> office.bean(Disclosures.class)
                .decide(
                        new Transfer(
                                new Transfer.Side("NHI_MUNICIPAL", "架空市"),
                                new Transfer.Side("HEALTH_UNION", "試験"),
                                "CHECKUP",
                                "NEXT_INSURER",
                                TODAY,
                                "test"),
                        member)
                .why());
    }

    @Test
    void a_proxy_without_the_scope_sees_none_of_the_new_pages(Office office) {
        var world = MemberWorld.of(office, "99800047");
        var child = world.member(34);
        world.as(Role.CLERK, () -> {
            office.bean(Proxies.class)
                    .writeDown(
                            child,
                            world.member(33),
                            new Proxies.Wanted(
                                    Proxies.Relation.PARENT,
                                    List.of(Scope.TICKET),
                                    LocalDate.parse("2026-01-01"),
                                    LocalDate.parse("2030-01-01"),
                                    "戸籍"));
            return "";
        });
        var visitor = world.at(33);
        visitor.get("/my");
        visitor.post("/my/as", "ward", Long.toString(child.id().value()));

        for (var page : Set.of(
                "/my/recommendation",
                "/my/doctor-page",
                "/my/requests",
                "/my/leaving",
                "/my/goals",
                "/my/support",
                "/my/self-referral")) {
            assertThat(visitor.get(page).status()).as(page).isEqualTo(403);
        }
    }
}
