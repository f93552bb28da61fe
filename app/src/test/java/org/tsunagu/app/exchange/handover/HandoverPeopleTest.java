package org.tsunagu.app.exchange.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.exchange.handover.HandoverWorld.NEXT;
import static org.tsunagu.app.exchange.handover.HandoverWorld.UNION;
import static org.tsunagu.app.exchange.handover.HandoverWorld.ended;
import static org.tsunagu.app.exchange.handover.HandoverWorld.examined;
import static org.tsunagu.app.exchange.handover.HandoverWorld.id;
import static org.tsunagu.app.exchange.handover.HandoverWorld.insurer;
import static org.tsunagu.app.exchange.handover.HandoverWorld.made;
import static org.tsunagu.app.exchange.handover.HandoverWorld.make;
import static org.tsunagu.app.exchange.handover.HandoverWorld.moved;
import static org.tsunagu.app.exchange.handover.HandoverWorld.who;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.exchange.handover.Handover.State;

/// Only whoever the law covers, and whoever went to the receiver, is handed over.
@ExtendWith(Office.Extension.class)
class HandoverPeopleTest {

    @TempDir
    Path folder;

    @Test
    void outside_the_ages_of_the_law_nobody_is_handed_over(Office office) throws IOException {
        var insurer = insurer(folder, office, "06990154");
        moved(office, insurer, examined(office, insurer, 18, 39, 2), NEXT);
        moved(office, insurer, examined(office, insurer, 40, 74, 2), UNION);

        var young = made(office, insurer, HandoverKind.INSURER, NEXT);
        var union = made(office, insurer, HandoverKind.UNION, UNION);

        assertThat(young.state()).isEqualTo(State.EMPTY);
        assertThat(young.leftOut()).isEqualTo(2);
        assertThat(union.state()).isEqualTo(State.EMPTY);
        office.as(insurer, Role.CLERK, () -> {
            assertThat(office.bean(Handovers.class).items(young.id(), HandoverItem.State.LEFT_OUT, 9))
                    .extracting(HandoverItem::why)
                    .containsOnly("NO_GROUND");
            return 0;
        });
    }

    @Test
    void whoever_left_at_75_is_proposed_for_the_wide_area_union(Office office) {
        var insurer = office.insurer("06990261");
        var today = LocalDate.now(office.bean(Clock.class));
        var row = "%s,1,%d,01,1,self,見本 太郎,ミホン タロウ,1,%s,000-0001,架空市1,,2015-04-01,%s%n";
        office.register(
                insurer,
                "member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,"
                        + "covered_from,covered_to\n"
                        + row.formatted("T75", 1, today.minusYears(75).minusDays(5), today.minusDays(6))
                        + row.formatted("T60", 2, today.minusYears(60), today.minusDays(6))
                        + row.formatted("STAYS", 3, today.minusYears(76), ""));
        var clerk = new Visitor(office);
        clerk.logIn("06990261-clerk", Office.PASSWORD);

        assertThat(clerk.get("/handover?turned=true").body()).contains("T75").doesNotContain("T60", "STAYS");
        assertThat(clerk.get("/handover").body()).doesNotContain("T75");
    }

    @Test
    void only_who_is_insured_by_the_receiver_is_handed_over(Office office) {
        var insurer = office.insurer("06990360");
        office.register(
                insurer,
                "member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,"
                        + "covered_from,covered_to\n"
                        + List.of("here", "back", "next", "other", "unsaid").stream()
                                .map(key -> "%s,1,%d,01,1,self,見本 太郎,ミホン タロウ,1,1970-01-01,000-0001,架空市1,,2015-04-01,%n"
                                        .formatted(key, Math.abs(key.hashCode() % 10_000)))
                                .collect(java.util.stream.Collectors.joining()));
        moved(office, insurer, List.of(id(office, insurer, "next"), id(office, insurer, "back")), NEXT);
        moved(office, insurer, List.of(id(office, insurer, "other")), "06990022");
        ended(office, id(office, insurer, "unsaid"));
        office.everything()
                .update(
                        "insert into membership.coverage (insurer_id, member_id, from_day, to_day, reason)"
                                + " values (?, ?, current_date - 5, null, '')",
                        insurer.id().value(),
                        id(office, insurer, "back"));

        assertThat(who(office, insurer, ""))
                .isEqualTo(new HandoverPeople.Who(List.of(id(office, insurer, "next")), 0, 0, 0));
        assertThat(who(office, insurer, "here back").insured()).isEqualTo(2);
        assertThat(who(office, insurer, "other").elsewhere()).isOne();
        assertThat(who(office, insurer, "unsaid").unsaid()).isOne();
        var clerk = new Visitor(office);
        clerk.logIn("06990360-clerk", Office.PASSWORD);
        clerk.get("/handover");
        assertThat(make(clerk, "here", "true").body()).contains("加入している方が入っています");
        assertThat(make(clerk, "other", "true").body()).contains("ほかの保険者の方");
        assertThat(make(clerk, "unsaid", "").body()).contains("印を付けてください");
        assertThat(make(clerk, "unsaid", "true").path()).contains("exchange.handover.made");
    }

    @Test
    void what_was_examined_under_40_does_not_leave_under_a_ground_of_40_and_over(Office office) throws IOException {
        var insurer = insurer(folder, office, "06990378");
        var people = examined(office, insurer, 43, 74, 2);
        moved(office, insurer, people, NEXT);
        office.everything()
                .update(
                        "update checkups.checkup set fiscal_year = fiscal_year - 40 where member_id = ?",
                        people.getFirst());

        var handover = made(office, insurer, HandoverKind.INSURER, NEXT);

        office.as(insurer, Role.CLERK, () -> {
            assertThat(office.bean(Handovers.class).items(handover.id(), HandoverItem.State.LEFT_OUT, 9))
                    .isNotEmpty()
                    .allSatisfy(item -> {
                        assertThat(item.memberId()).isEqualTo(people.getFirst());
                        assertThat(item.why()).isEqualTo("NO_GROUND");
                        assertThat(item.data()).isEqualTo("EMPLOYER_CHECKUP");
                    });
            return 0;
        });
        assertThat(handover.written()).isPositive();
    }
}
