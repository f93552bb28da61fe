package org.tsunagu.rules.legal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tsunagu.rules.legal.ConsentFold.Asked;

/// The ledger of consents as PORTAL.md 5 says it.
class ConsentFoldTest {

    private static final OffsetDateTime START = OffsetDateTime.of(2026, 4, 1, 9, 0, 0, 0, ZoneOffset.ofHours(9));
    private static final Recipient CLINIC = new Recipient("DOCTOR", "甲医院");
    private static final Recipient OTHER_CLINIC = new Recipient("DOCTOR", "乙医院");
    private static final Recipient DOCTORS = new Recipient("DOCTOR", "");
    private static final Set<String> BOTH = Set.of("CHECKUP", "DRUGS");

    private final List<ConsentEvent> events = new ArrayList<>();

    private void say(int hour, Act act, Recipient recipient, Set<String> classes) {
        say(hour, act, recipient, classes, Optional.empty());
    }

    private void say(int hour, Act act, Recipient recipient, Set<String> classes, Optional<OffsetDateTime> until) {
        var at = START.plusHours(hour);
        events.add(new ConsentEvent(
                events.size() + 1L, act, "DOCTOR_SHARE", recipient, classes, at.toLocalDate(), at, until, at));
    }

    private Standing at(int hour, Recipient recipient, String dataClass) {
        return ConsentFold.at(events, new Asked("DOCTOR_SHARE", recipient, dataClass), START.plusHours(hour))
                .standing();
    }

    @Test
    void a_consent_allows_the_listed_data_until_its_end_which_is_no_longer_in_it() {
        say(0, Act.GIVE, CLINIC, Set.of("CHECKUP"), Optional.of(START.plusHours(5)));

        assertThat(at(-1, CLINIC, "CHECKUP")).isEqualTo(Standing.UNSAID);
        assertThat(at(0, CLINIC, "CHECKUP")).isEqualTo(Standing.GIVEN);
        assertThat(at(4, CLINIC, "CHECKUP")).isEqualTo(Standing.GIVEN);
        assertThat(at(5, CLINIC, "CHECKUP")).isEqualTo(Standing.EXPIRED);
        assertThat(at(4, CLINIC, "DRUGS")).isEqualTo(Standing.UNSAID);
        assertThat(at(4, OTHER_CLINIC, "CHECKUP")).isEqualTo(Standing.UNSAID);
    }

    @Test
    void a_consent_to_a_kind_of_organisations_holds_for_each_of_them() {
        say(0, Act.GIVE, DOCTORS, BOTH);

        assertThat(at(1, CLINIC, "CHECKUP")).isEqualTo(Standing.GIVEN);
        assertThat(at(1, new Recipient("RESEARCHER", "甲医院"), "CHECKUP")).isEqualTo(Standing.UNSAID);
    }

    @Test
    void narrowing_denies_what_it_does_not_list_and_never_widens() {
        say(0, Act.GIVE, CLINIC, Set.of("CHECKUP"));
        say(1, Act.NARROW, CLINIC, Set.of("DRUGS"));

        assertThat(at(2, CLINIC, "CHECKUP")).isEqualTo(Standing.DENIED);
        assertThat(at(2, CLINIC, "DRUGS")).isEqualTo(Standing.UNSAID);
    }

    @Test
    void a_withdrawal_without_a_list_denies_everything() {
        say(0, Act.GIVE, CLINIC, BOTH);
        say(1, Act.WITHDRAW, CLINIC, Set.of());

        assertThat(at(0, CLINIC, "DRUGS")).isEqualTo(Standing.GIVEN);
        assertThat(at(1, CLINIC, "DRUGS")).isEqualTo(Standing.DENIED);
    }

    @Test
    void consent_may_be_given_again_after_a_withdrawal() {
        say(0, Act.GIVE, DOCTORS, BOTH);
        say(1, Act.WITHDRAW, DOCTORS, Set.of("DRUGS"));
        say(2, Act.GIVE, DOCTORS, Set.of("DRUGS"));

        assertThat(at(1, CLINIC, "DRUGS")).isEqualTo(Standing.DENIED);
        assertThat(at(2, CLINIC, "DRUGS")).isEqualTo(Standing.GIVEN);
    }

    @Test
    void a_no_to_one_organisation_is_undone_by_its_name_alone() {
        say(0, Act.GIVE, DOCTORS, BOTH);
        say(1, Act.WITHDRAW, CLINIC, Set.of());
        say(2, Act.GIVE, DOCTORS, BOTH);
        assertThat(at(3, CLINIC, "CHECKUP")).isEqualTo(Standing.DENIED);
        assertThat(at(3, OTHER_CLINIC, "CHECKUP")).isEqualTo(Standing.GIVEN);

        say(4, Act.GIVE, CLINIC, Set.of("CHECKUP"));
        assertThat(at(5, CLINIC, "CHECKUP")).isEqualTo(Standing.GIVEN);
        assertThat(at(5, CLINIC, "DRUGS")).isEqualTo(Standing.DENIED);
    }

    @Test
    void a_no_to_all_of_a_kind_ends_also_the_consent_to_one_of_them() {
        say(0, Act.GIVE, CLINIC, BOTH);
        say(1, Act.WITHDRAW, DOCTORS, Set.of());

        assertThat(at(2, CLINIC, "CHECKUP")).isEqualTo(Standing.DENIED);
    }

    @Test
    void records_about_safety_are_never_part_of_an_ordinary_consent() {
        say(0, Act.GIVE, CLINIC, Set.of("SAFEGUARD", "CHECKUP"));

        assertThat(at(1, CLINIC, "SAFEGUARD")).isEqualTo(Standing.UNSAID);
        assertThat(at(1, CLINIC, "CHECKUP")).isEqualTo(Standing.GIVEN);
    }

    @Test
    void a_letter_that_is_written_down_later_does_not_change_what_was_known() {
        var signed = START.toLocalDate();
        events.add(new ConsentEvent(
                1, Act.WITHDRAW, "DOCTOR_SHARE", CLINIC, Set.of(), signed, START, Optional.empty(), START.plusDays(3)));

        assertThat(at(48, CLINIC, "CHECKUP")).isEqualTo(Standing.UNSAID);
        assertThat(at(72, CLINIC, "CHECKUP")).isEqualTo(Standing.DENIED);
    }

    @Test
    void a_written_end_or_somebody_who_answers_changes_no_right() {
        for (var seed = 0; seed < 300; seed++) {
            var all = generated(seed);
            var rights = all.stream()
                    .filter(event -> event.act() != Act.EXPIRE && event.act() != Act.PROXY)
                    .toList();
            for (var asked : questions()) {
                for (var hour = 0; hour < 60; hour += 7) {
                    var moment = START.plusHours(hour);
                    assertThat(ConsentFold.at(all, asked, moment))
                            .as("seed %d, %s, %s", seed, asked, all)
                            .isEqualTo(ConsentFold.at(rights, asked, moment));
                }
            }
        }
    }

    @Test
    void any_order_of_reading_gives_the_same_ledger() {
        for (var seed = 0; seed < 300; seed++) {
            var all = generated(seed);
            var shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, new Random(seed));
            for (var asked : questions()) {
                assertThat(ConsentFold.at(shuffled, asked, START.plusHours(60)))
                        .as("seed %d", seed)
                        .isEqualTo(ConsentFold.at(all, asked, START.plusHours(60)));
            }
        }
    }

    @Test
    void what_was_said_of_another_purpose_or_recipient_does_not_matter() {
        for (var seed = 0; seed < 300; seed++) {
            var all = generated(seed);
            for (var asked : questions()) {
                var mine = all.stream()
                        .filter(event -> event.purpose().equals(asked.purpose())
                                && event.recipient().covers(asked.recipient()))
                        .toList();
                assertThat(ConsentFold.at(mine, asked, START.plusHours(60)))
                        .isEqualTo(ConsentFold.at(all, asked, START.plusHours(60)));
            }
        }
    }

    @Test
    void the_answer_to_was_it_allowed_then_is_the_same_for_ever() {
        for (var seed = 0; seed < 300; seed++) {
            var all = generated(seed);
            for (var known = 1; known <= all.size(); known++) {
                var moment = all.get(known - 1).at();
                var then = all.stream()
                        .filter(event -> !event.at().isAfter(moment))
                        .toList();
                for (var asked : questions()) {
                    assertThat(ConsentFold.at(all, asked, moment))
                            .as("seed %d, %s", seed, moment)
                            .isEqualTo(ConsentFold.at(then, asked, moment));
                }
            }
        }
    }

    @Test
    void narrowing_and_withdrawing_never_allow_anything() {
        for (var seed = 0; seed < 300; seed++) {
            var all = generated(seed);
            var last = all.getLast();
            if (last.act() == Act.NARROW || last.act() == Act.WITHDRAW) {
                var before = all.subList(0, all.size() - 1);
                for (var asked : questions()) {
                    var moment = START.plusHours(60);
                    assertThat(!ConsentFold.isAllowed(all, asked, moment)
                                    || ConsentFold.isAllowed(before, asked, moment))
                            .as("seed %d, %s", seed, asked)
                            .isTrue();
                }
            }
        }
    }

    private static List<Asked> questions() {
        var questions = new ArrayList<Asked>();
        for (var purpose : List.of("DOCTOR_SHARE", "RESEARCH")) {
            for (var recipient : List.of(CLINIC, OTHER_CLINIC, new Recipient("RESEARCHER", "丙大学"))) {
                for (var dataClass : List.of("CHECKUP", "DRUGS", "SAFEGUARD")) {
                    questions.add(new Asked(purpose, recipient, dataClass));
                }
            }
        }
        return questions;
    }

    /// Entries in the order of writing, some of them written down days after they were said.
    private static List<ConsentEvent> generated(int seed) {
        var random = new Random(seed);
        var generated = new ArrayList<ConsentEvent>();
        var at = START;
        for (var id = 1; id <= 8; id++) {
            at = at.plusHours(1 + random.nextInt(6));
            var said = random.nextInt(4) == 0 ? at.minusHours(random.nextInt(30)) : at;
            var act = Act.values()[random.nextInt(Act.values().length)];
            var classes = new HashSet<String>();
            for (var dataClass : List.of("CHECKUP", "DRUGS", "SAFEGUARD")) {
                if (random.nextBoolean()) {
                    classes.add(dataClass);
                }
            }
            generated.add(new ConsentEvent(
                    id,
                    act,
                    random.nextInt(3) == 0 ? "RESEARCH" : "DOCTOR_SHARE",
                    List.of(CLINIC, OTHER_CLINIC, DOCTORS, Recipient.ANYBODY).get(random.nextInt(4)),
                    classes,
                    LocalDate.from(said),
                    said,
                    random.nextBoolean() ? Optional.of(said.plusHours(random.nextInt(40))) : Optional.empty(),
                    at));
        }
        return generated;
    }

    @Test
    void consents_last_as_long_as_their_purpose_says() {
        assertThat(Purposes.end(Purposes.find("CARE_VIEW").orElseThrow(), START))
                .contains(START.plusHours(24));
        assertThat(Purposes.end(Purposes.find("APP_LINK").orElseThrow(), START)).contains(START.plusDays(90));
        assertThat(Purposes.end(Purposes.find("NEXT_INSURER").orElseThrow(), START))
                .isEmpty();
    }

    private Standing next(Recipient recipient) {
        return ConsentFold.at(events, new Asked("NEXT_INSURER", recipient, "CHECKUP"), START.plusHours(99))
                .standing();
    }

    private void sayOfNext(int hour, Act act, Recipient recipient) {
        var at = START.plusHours(hour);
        events.add(new ConsentEvent(
                events.size() + 1L,
                act,
                "NEXT_INSURER",
                recipient,
                Set.of("CHECKUP"),
                at.toLocalDate(),
                at,
                Optional.empty(),
                at));
    }

    @Test
    void an_insurer_is_known_by_its_number_however_it_is_written() {
        sayOfNext(0, Act.GIVE, new Recipient("HEALTH_UNION", "", ""));
        sayOfNext(1, Act.WITHDRAW, new Recipient("HEALTH_UNION", "見本健康保険組合", "06138131"));

        assertThat(next(new Recipient("HEALTH_UNION", "見本健保", "06138131"))).isEqualTo(Standing.DENIED);
        assertThat(next(new Recipient("HEALTH_UNION", "見本健康保険組合", "06990014"))).isEqualTo(Standing.GIVEN);
        assertThat(next(new Recipient("HEALTH_UNION", "見本健康保険組合"))).isEqualTo(Standing.DENIED);
    }

    @Test
    void a_no_to_an_insurer_whose_name_cannot_be_matched_is_a_no() {
        sayOfNext(0, Act.GIVE, new Recipient("HEALTH_UNION", ""));
        sayOfNext(1, Act.WITHDRAW, new Recipient("HEALTH_UNION", "見本 健保"));

        assertThat(next(new Recipient("HEALTH_UNION", "見本健康保険組合", "06138131"))).isEqualTo(Standing.DENIED);
        assertThat(next(new Recipient("NHI_MUNICIPAL", "架空市", "00138057"))).isEqualTo(Standing.UNSAID);

        sayOfNext(2, Act.GIVE, new Recipient("HEALTH_UNION", "見本健康保険組合", "06138131"));
        assertThat(next(new Recipient("HEALTH_UNION", "見本", "06138131"))).isEqualTo(Standing.GIVEN);
        assertThat(next(new Recipient("HEALTH_UNION", "見本健保"))).isEqualTo(Standing.DENIED);
    }
}
