package org.tsunagu.app.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tsunagu.app.consent.Asking.member;
import static org.tsunagu.app.consent.Asking.say;
import static org.tsunagu.app.consent.Asking.transfer;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.ChainCheck;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.rules.legal.Act;
import org.tsunagu.rules.legal.Recipient;
import org.tsunagu.rules.legal.Why;

/// Nothing about a person leaves without a decision that stands in the ledger.
@ExtendWith(Office.Extension.class)
class DisclosuresTest {

    private static final Transfer EMPLOYER =
            transfer("HEALTH_UNION", "EMPLOYER", "EMPLOYER_CHECKUP", "HEALTH_PROGRAMME");
    private static final Transfer NEXT = transfer("NHI_MUNICIPAL", "HEALTH_UNION", "CHECKUP", "NEXT_INSURER");

    private static Disclosure decide(Office office, Insurer insurer, Transfer transfer, long member) {
        return office.as(
                insurer, Role.CLERK, () -> office.bean(Disclosures.class).decide(transfer, member));
    }

    private static int count(Office office, String condition, Object... arguments) {
        return office.everything()
                .queryForObject("select count(*) from consent.disclosure where " + condition, Integer.class, arguments);
    }

    @Test
    void what_rests_on_law_is_given_without_consent_and_stands_in_the_ledger(Office office) {
        var insurer = Asking.insurer(office, "99700007", 30, 50, 80);
        var young = decide(office, insurer, EMPLOYER, member(office, insurer, "a30"));
        var older = decide(office, insurer, EMPLOYER, member(office, insurer, "a50"));

        assertThat(young.why()).isEqualTo(Why.LAW);
        assertThat(young.ground()).isEqualTo("L03");
        assertThat(older.ground()).isEqualTo("L01");
        assertThat(office.as(
                        insurer,
                        Role.CLERK,
                        () -> office.bean(Disclosures.class).of(young.memberId())))
                .filteredOn(one -> one.id() == young.id())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.transfer()).isEqualTo(EMPLOYER);
                    assertThat(one.age()).isEqualTo(30);
                    assertThat(one.isAllowed()).isTrue();
                });
    }

    @Test
    void without_a_row_it_is_refused_and_the_refusal_is_kept_and_noted(Office office) {
        var insurer = Asking.insurer(office, "99700007", 30, 50, 80);
        var member = member(office, insurer, "a80");
        var decided = decide(office, insurer, EMPLOYER, member);

        assertThat(decided.why()).isEqualTo(Why.NO_GROUND);
        assertThat(decided.reasons()).isNotEmpty();
        assertThat(count(office, "id = ? and not allowed", decided.id())).isOne();
        assertThat(office.as(
                        insurer,
                        Role.AUDITOR,
                        () -> office.bean(Audit.class).latest(member, java.util.Optional.empty(), Long.MAX_VALUE, 5)))
                .anySatisfy(entry -> {
                    assertThat(entry.detail()).startsWith("REFUSED NO_GROUND");
                    assertThat(entry.basis()).isEqualTo("NONE");
                    assertThat(entry.place()).isEqualTo(EMPLOYER.reference());
                });
        assertThat(office.bean(ChainCheck.class).of(insurer.id()).isWhole()).isTrue();
    }

    @Test
    void whoever_objects_is_left_out_of_a_hand_over(Office office) {
        var insurer = Asking.insurer(office, "99700338", 45, 46);
        var silent = member(office, insurer, "a45");
        var objecting = member(office, insurer, "a46");
        say(office, insurer, objecting, Act.WITHDRAW, "NEXT_INSURER", Recipient.ANYBODY);

        assertThat(decide(office, insurer, NEXT, silent).why()).isEqualTo(Why.NOT_OBJECTED);
        assertThat(decide(office, insurer, NEXT, silent).certainty()).isEqualTo(Certainty.CONFLICT);
        assertThat(decide(office, insurer, NEXT, objecting).why()).isEqualTo(Why.OBJECTED);
        assertThat(decide(office, insurer, NEXT, objecting).consentId()).isPositive();
    }

    @Test
    void an_insurer_may_choose_to_ask_for_consent_instead(Office office) {
        var insurer = Asking.insurer(office, "99700346", 45);
        var member = member(office, insurer, "a45");
        office.as(insurer, Role.ADMINISTRATOR, () -> {
            office.bean(Parameters.class).choose("L13_CONSENT", "YES");
            return 0;
        });

        assertThat(decide(office, insurer, NEXT, member).why()).isEqualTo(Why.NO_CONSENT);
        say(office, insurer, member, Act.GIVE, "NEXT_INSURER", new Recipient("NHI_MUNICIPAL", "甲"), "CHECKUP");
        assertThat(decide(office, insurer, NEXT, member).why()).isEqualTo(Why.CONSENT);
        assertThatThrownBy(() -> office.as(insurer, Role.ADMINISTRATOR, () -> {
                    office.bean(Parameters.class).choose("L13_CONSENT", "PERHAPS");
                    return 0;
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void somebody_of_another_insurer_is_nobody_here(Office office) {
        var insurer = Asking.insurer(office, "99700007", 30, 50, 80);
        var other = Asking.insurer(office, "99700031", 50);
        var stranger = member(office, other, "a50");

        assertThat(decide(office, insurer, EMPLOYER, stranger).why()).isEqualTo(Why.NOT_A_MEMBER);
        assertThat(count(office, "member_id = ?", stranger)).isZero();
    }

    @Test
    void many_people_are_decided_upon_one_by_one_and_in_their_order(Office office) {
        var insurer = Asking.insurer(office, "99700049", 38, 39, 40, 41, 74, 75);
        var people = List.of("a75", "a39", "a40", "a38", "a74").stream()
                .map(key -> member(office, insurer, key))
                .toList();
        var decided = office.as(
                insurer, Role.CLERK, () -> office.bean(Disclosures.class).decide(EMPLOYER, people));

        assertThat(decided).extracting(Disclosure::memberId).isEqualTo(people);
        assertThat(decided).extracting(Disclosure::ground).containsExactly("", "L03", "L01", "L03", "L01");
        var system = office.bean(Disclosures.class).decideAsSystem(insurer.id(), NEXT, people);
        assertThat(system).extracting(Disclosure::isAllowed).containsExactly(false, false, true, false, true);
    }

    @Test
    void whoever_says_no_during_an_export_is_not_written(Office office) {
        var insurer = Asking.insurer(office, "99700056", 50, 51, 52, 53);
        var people = List.of(50, 51, 52, 53).stream()
                .map(age -> member(office, insurer, "a" + age))
                .toList();
        var written = new ArrayList<Long>();
        var given = office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(Disclosures.class).give(NEXT, people, member -> {
                    written.add(member);
                    if (written.size() == 2) {
                        elsewhere(() ->
                                say(office, insurer, people.get(2), Act.WITHDRAW, "NEXT_INSURER", Recipient.ANYBODY));
                    }
                }));

        assertThat(written).containsExactly(people.get(0), people.get(1), people.get(3));
        assertThat(given.written()).isEqualTo(written);
        assertThat(given.refused()).singleElement().satisfies(one -> {
            assertThat(one.memberId()).isEqualTo(people.get(2));
            assertThat(one.why()).isEqualTo(Why.OBJECTED);
        });
        assertThat(count(office, "member_id = ? and not allowed", people.get(2)))
                .isOne();
    }

    /// At another desk: in another thread with a transaction of its own.
    private static void elsewhere(Runnable work) {
        try {
            Thread.ofPlatform().start(work).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void the_ledger_only_grows_and_is_seen_by_its_own_insurer(Office office) {
        var insurer = Asking.insurer(office, "99700007", 30, 50, 80);
        decide(office, insurer, EMPLOYER, member(office, insurer, "a30"));

        assertThatThrownBy(() -> office.asApplication().update("update consent.disclosure set allowed = true"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> office.asApplication().update("delete from consent.disclosure"))
                .isInstanceOf(DataAccessException.class);
        assertThat(office.asApplication().queryForObject("select count(*) from consent.disclosure", Integer.class))
                .isZero();
    }

    @Test
    void a_ground_is_one_only_for_what_it_is_for(Office office) {
        var insurer = Asking.insurer(office, "99700635", 50);
        var member = member(office, insurer, "a50");
        var points = transfer("NHI_MUNICIPAL", "HEALTH_UNION", "CHECKUP", "POINTS");
        var research = transfer("HEALTH_UNION", "EMPLOYER", "EMPLOYER_CHECKUP", "RESEARCH");

        assertThat(decide(office, insurer, points, member).why()).isEqualTo(Why.NO_GROUND);
        assertThat(decide(office, insurer, research, member).why()).isEqualTo(Why.NO_GROUND);
    }
}
