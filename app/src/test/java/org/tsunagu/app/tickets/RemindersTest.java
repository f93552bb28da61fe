package org.tsunagu.app.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tsunagu.app.tickets.TicketPeople.TODAY;
import static org.tsunagu.app.tickets.TicketPeople.YEAR;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.mailing.Run;
import org.tsunagu.app.mailing.Runs;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.rules.eligibility.Exclusion;

/// Reminders: who is left out is drawn before anybody is written to, and never written to.
@ExtendWith(Office.Extension.class)
class RemindersTest {

    private static void came(Office office, Insurer insurer, long member) {
        office.everything()
                .update(
                        "insert into checkups.checkup (insurer_id, member_id, document_id, exam_date, fiscal_year,"
                                + " programme, facility, results) values (?, ?, ?, ?, ?, '010', '見本健診センター', '{}')",
                        insurer.id().value(),
                        member,
                        -member,
                        java.sql.Date.valueOf(TODAY),
                        YEAR.year());
    }

    private static Run letters(Office office, Insurer insurer, long reminder, List<Long> people) {
        var run = office.as(insurer, Role.CLERK, () -> office.bean(Runs.class).askForReminder(reminder, people))
                .orElseThrow();
        office.waitForJobs(insurer);
        return office.as(insurer, Role.CLERK, () -> office.bean(Runs.class).find(run))
                .orElseThrow();
    }

    @Test
    void the_same_people_share_and_seed_give_the_same_lot() {
        var people = LongStream.rangeClosed(1, 1000).boxed().toList();

        assertThat(Reminders.lot(people, 20, 7)).hasSize(200).isEqualTo(Reminders.lot(people, 20, 7));
        assertThat(Reminders.lot(people, 20, 8)).isNotEqualTo(Reminders.lot(people, 20, 7));
        assertThat(Reminders.lot(people, 0, 7)).isEmpty();
    }

    @Test
    void the_difference_has_the_interval_of_newcombe_and_wilson() {
        // Wilson as in the specification: 81 of 263.
        assertThat(Effect.wilson(81, 263).low()).isCloseTo(0.2553, within(0.00005));
        assertThat(Effect.wilson(81, 263).high()).isCloseTo(0.3662, within(0.00005));
        // Newcombe 1998, method 10: 56 of 70 against 48 of 80.
        var difference = new Effect(70, 56, 80, 48).difference();
        assertThat(difference.value()).isCloseTo(0.2, within(0.00005));
        assertThat(difference.low()).isCloseTo(0.0524, within(0.00005));
        assertThat(difference.high()).isCloseTo(0.3339, within(0.00005));
    }

    @Test
    void whoever_is_left_out_or_has_come_gets_no_letter_whoever_asks_for_it(Office office) {
        var insurer = office.insurer("99500164");
        var people = TicketPeople.many(office, insurer, 20);
        TicketPeople.terms(office, insurer, TicketKind.Family.CHECKUP, "1");
        office.as(insurer, Role.CLERK, () -> office.bean(Batches.class).start(YEAR));
        office.waitForJobs(insurer);
        came(office, insurer, people.getFirst());
        var reminders = office.bean(Reminders.class);
        var clerk = new Visitor(office);
        clerk.logIn("99500164-clerk", Office.PASSWORD);
        var page = "/tickets/%d/reminders".formatted(YEAR.year());
        assertThat(clerk.post(page + "/wordings", "title", "健診のご案内", "body", "{who}様")
                        .status())
                .isEqualTo(422);
        assertThat(clerk.post(page + "/wordings", "title", "健診のご案内", "body", "{name}様\nまだ間に合います。")
                        .body())
                .contains("第1版");
        assertThat(clerk.post(page + "/wordings", "title", "健診\u0000", "body", "まだ間に合います。")
                        .status())
                .as("no form can contain it")
                .isEqualTo(400);
        var wording = Long.toString(
                office.as(insurer, Role.CLERK, () -> office.bean(Wordings.class).all())
                        .getFirst()
                        .id());
        var form = java.util.UUID.randomUUID().toString();
        assertThat(clerk.post(page, "wording", wording, "holdout", "95", "seed", "1", "form", form)
                        .status())
                .isEqualTo(422);

        clerk.post(page, "wording", wording, "holdout", "25", "seed", "42", "form", form);
        clerk.post(page, "wording", wording, "holdout", "25", "seed", "42", "form", form);
        assertThat(office.as(insurer, Role.CLERK, () -> reminders.of(YEAR)))
                .as("sent twice, drawn once")
                .hasSize(1);

        var reminder = office.as(insurer, Role.CLERK, () -> reminders.of(YEAR)).getFirst();
        var written = office.as(insurer, Role.CLERK, () -> reminders.recipients(reminder.id()));
        assertThat(reminder.effect().letters()).isEqualTo(15);
        assertThat(reminder.effect().holdouts()).isEqualTo(4);
        assertThat(office.as(insurer, Role.CLERK, () -> reminders.open(YEAR)))
                .as("those left out are asked no more")
                .containsExactlyInAnyOrderElementsOf(written);
        came(office, insurer, written.getFirst());
        assertThat(letters(office, insurer, reminder.id(), people).printed()).isEqualTo(14);
        var left = new HashSet<>(people);
        left.removeAll(written);
        assertThat(letters(office, insurer, reminder.id(), List.copyOf(left)).printed())
                .isZero();
        assertThat(office.as(insurer, Role.CLERK, () -> reminders.of(YEAR))
                        .getFirst()
                        .effect()
                        .lettersCame())
                .isEqualTo(1);
        assertThat(clerk.get(page).body())
                .contains("人数が少ない")
                .contains("15人中 1人")
                .contains("種 42");
    }

    @Test
    void whoever_has_been_in_hospital_for_less_than_six_months_is_reminded(Office office) {
        var insurer = office.insurer("99500198");
        var people = TicketPeople.many(office, insurer, 3);
        TicketPeople.terms(office, insurer, TicketKind.Family.CHECKUP, "1");
        office.as(insurer, Role.CLERK, () -> office.bean(Batches.class).start(YEAR));
        office.waitForJobs(insurer);
        var exclusions = office.bean(Exclusions.class);
        office.as(insurer, Role.CLERK, () -> {
            exclusions.add(
                    new MemberId(people.get(0)),
                    new Exclusion("HOSPITAL_6M", TODAY.minusMonths(1), Optional.empty()),
                    "入院証明書",
                    "");
            exclusions.add(
                    new MemberId(people.get(1)),
                    new Exclusion("HOSPITAL_6M", TODAY.minusMonths(7), Optional.empty()),
                    "入院証明書",
                    "");
            return "";
        });

        assertThat(office.as(
                        insurer, Role.CLERK, () -> office.bean(Reminders.class).open(YEAR)))
                .containsExactlyInAnyOrder(people.get(0), people.get(2));
    }
}
