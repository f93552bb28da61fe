package org.tsunagu.app.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tsunagu.app.consent.Asking.member;
import static org.tsunagu.app.consent.Asking.say;
import static org.tsunagu.app.consent.Asking.statement;
import static org.tsunagu.app.consent.Asking.transfer;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.consent.Consent.About;
import org.tsunagu.app.consent.Consent.Decision;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.rules.legal.Act;
import org.tsunagu.rules.legal.ConsentFold.Asked;
import org.tsunagu.rules.legal.Recipient;
import org.tsunagu.rules.legal.Standing;
import org.tsunagu.rules.legal.Why;

/// What members say about their data is kept, entry by entry, and decides from then on.
@ExtendWith(Office.Extension.class)
class LedgerTest {

    private static final Recipient CLINIC = new Recipient("DOCTOR", "見本医院");

    private static Standing at(Office office, Insurer insurer, long member, Asked asked, OffsetDateTime moment) {
        return office.as(
                        insurer,
                        Role.CLERK,
                        () -> office.bean(Consents.class).allowedAt(new MemberId(member), asked, moment))
                .standing();
    }

    @Test
    void what_is_given_narrowed_and_taken_back_stays_in_the_history(Office office) {
        var insurer = Asking.insurer(office, "99700064", 50);
        var member = member(office, insurer, "a50");
        say(office, insurer, member, Act.GIVE, "DOCTOR_SHARE", CLINIC, "CHECKUP", "DRUGS");
        var given = OffsetDateTime.now();
        say(office, insurer, member, Act.NARROW, "DOCTOR_SHARE", CLINIC, "CHECKUP");
        var narrowed = OffsetDateTime.now();
        say(office, insurer, member, Act.WITHDRAW, "DOCTOR_SHARE", CLINIC);
        var drugs = new Asked("DOCTOR_SHARE", CLINIC, "DRUGS");
        var checkups = new Asked("DOCTOR_SHARE", CLINIC, "CHECKUP");

        assertThat(at(office, insurer, member, drugs, given)).isEqualTo(Standing.GIVEN);
        assertThat(at(office, insurer, member, drugs, narrowed)).isEqualTo(Standing.DENIED);
        assertThat(at(office, insurer, member, checkups, narrowed)).isEqualTo(Standing.GIVEN);
        assertThat(at(office, insurer, member, checkups, OffsetDateTime.now())).isEqualTo(Standing.DENIED);
        assertThat(office.as(
                        insurer, Role.CLERK, () -> office.bean(Consents.class).history(new MemberId(member))))
                .filteredOn(entry -> entry.event().purpose().equals("DOCTOR_SHARE"))
                .extracting(entry -> entry.event().act())
                .containsExactly(Act.WITHDRAW, Act.NARROW, Act.GIVE);
    }

    @Test
    void the_same_form_is_one_entry(Office office) {
        var insurer = Asking.insurer(office, "99700064", 50);
        var statement = statement(
                member(office, insurer, "a50"), Act.GIVE, "RESEARCH", Recipient.ANYBODY, Optional.empty(), "CHECKUP");

        assertThat(say(office, insurer, statement)).isTrue();
        assertThat(say(office, insurer, statement)).isFalse();
    }

    @Test
    void a_consent_at_a_visit_holds_for_its_facility_and_a_day(Office office) {
        var insurer = Asking.insurer(office, "99700072", 33);
        var member = member(office, insurer, "a33");
        var pharmacy = new Recipient("PHARMACY", "甲");
        var drugs = transfer("PHARMACY", "PAYMENT_FUND", "DRUGS", "CARE_VIEW");
        var before = office.as(
                insurer, Role.CLERK, () -> office.bean(Disclosures.class).decide(drugs, member));
        office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(Consents.class)
                        .visit(new MemberId(member), pharmacy, Set.of("DRUGS"), "顔認証", UUID.randomUUID()));
        var after = office.as(
                insurer, Role.CLERK, () -> office.bean(Disclosures.class).decide(drugs, member));
        var asked = new Asked("CARE_VIEW", pharmacy, "DRUGS");

        assertThat(before.why()).isEqualTo(Why.NO_VISIT);
        assertThat(after.why()).isEqualTo(Why.VISIT);
        assertThat(after.consentId()).isPositive();
        var elsewhere = new Asked("CARE_VIEW", new Recipient("PHARMACY", "乙"), "DRUGS");
        assertThat(at(office, insurer, member, asked, OffsetDateTime.now().plusHours(23)))
                .isEqualTo(Standing.GIVEN);
        assertThat(at(office, insurer, member, asked, OffsetDateTime.now().plusHours(25)))
                .isEqualTo(Standing.EXPIRED);
        assertThat(at(office, insurer, member, elsewhere, OffsetDateTime.now())).isEqualTo(Standing.UNSAID);
        assertThat(office.as(
                                insurer,
                                Role.CLERK,
                                () -> office.bean(Consents.class).history(new MemberId(member)))
                        .getFirst()
                        .how()
                        .evidence())
                .isEqualTo("顔認証");
    }

    @Test
    void the_end_of_a_consent_is_written_down_once_and_changes_no_right(Office office) {
        var insurer = Asking.insurer(office, "99700080", 50);
        var member = member(office, insurer, "a50");
        var asked = new Asked("APP_LINK", new Recipient("APP", "歩数"), "CHECKUP");
        var now = OffsetDateTime.now();
        say(
                office,
                insurer,
                statement(
                        member, Act.GIVE, "APP_LINK", asked.recipient(), Optional.of(now.minusSeconds(1)), "CHECKUP"));
        say(office, insurer, member, Act.GIVE, "APP_LINK", asked.recipient(), "CHECKUP");

        office.bean(Expiry.class).sweep(insurer.id());
        office.bean(Expiry.class).sweep(insurer.id());

        assertThat(office.as(
                        insurer, Role.CLERK, () -> office.bean(Consents.class).history(new MemberId(member))))
                .extracting(entry -> entry.event().act())
                .containsExactlyInAnyOrder(Act.EXPIRE, Act.GIVE, Act.GIVE);
        assertThat(at(office, insurer, member, asked, OffsetDateTime.now())).isEqualTo(Standing.GIVEN);
    }

    @Test
    void results_of_treatment_no_longer_count_when_their_consent_has_ended(Office office) {
        var insurer = Asking.insurer(office, "99700296", 50);
        var member = member(office, insurer, "a50");
        var until = Optional.of(OffsetDateTime.now().minusSeconds(1));
        say(office, insurer, statement(member, Act.GIVE, "CLINICAL_RESULTS", Recipient.ANYBODY, until, "TEST_RESULTS"));

        office.bean(Expiry.class).sweep(insurer.id());

        assertThat(office.as(
                        insurer,
                        Role.CLERK,
                        () -> office.bean(Consents.class).inForce(new MemberId(member), About.CLINICAL)))
                .contains(Decision.WITHDRAWN);
        assertThat(office.as(
                        insurer, Role.CLERK, () -> office.bean(Consents.class).history(new MemberId(member))))
                .extracting(entry -> entry.event().act())
                .contains(Act.EXPIRE);
    }

    @Test
    void the_short_form_and_the_ledger_say_the_same(Office office) {
        var insurer = Asking.insurer(office, "99700098", 50);
        var member = member(office, insurer, "a50");
        var clinical = transfer("HEALTH_UNION", "MEDICAL", "TEST_RESULTS", "CLINICAL_RESULTS");
        office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(Consents.class)
                        .record(new Consents.NewConsent(
                                new MemberId(member),
                                About.CLINICAL,
                                Decision.GIVEN,
                                Asking.TODAY,
                                Consent.Asked.PAPER,
                                "",
                                "v1",
                                "",
                                UUID.randomUUID())));

        assertThat(office.as(
                                insurer,
                                Role.CLERK,
                                () -> office.bean(Disclosures.class).decide(clinical, member))
                        .why())
                .isEqualTo(Why.CONSENT);
        say(office, insurer, member, Act.WITHDRAW, "CLINICAL_RESULTS", Recipient.ANYBODY);
        assertThat(office.as(
                        insurer,
                        Role.CLERK,
                        () -> office.bean(Consents.class).inForce(new MemberId(member), About.CLINICAL)))
                .contains(Decision.WITHDRAWN);
        assertThat(office.as(
                                insurer,
                                Role.CLERK,
                                () -> office.bean(Disclosures.class).decide(clinical, member))
                        .why())
                .isEqualTo(Why.WITHDRAWN);
    }

    @Test
    void no_entry_is_ever_changed_and_another_insurer_sees_none(Office office) {
        var insurer = Asking.insurer(office, "99700098", 50);
        var other = Asking.insurer(office, "99700106", 50);
        var member = member(office, insurer, "a50");
        say(office, insurer, member, Act.GIVE, "POINTS", Recipient.ANYBODY, "CHECKUP");

        assertThatThrownBy(() -> office.asApplication().update("update consent.event set act = 'GIVE'"))
                .isInstanceOf(DataAccessException.class);
        assertThat(office.as(
                        other, Role.CLERK, () -> office.bean(Consents.class).history(new MemberId(member))))
                .isEmpty();
    }

    private static Optional<Decision> inForce(Office office, Insurer insurer, long member, About about) {
        return office.as(insurer, Role.CLERK, () -> office.bean(Consents.class).inForce(new MemberId(member), about));
    }

    @Test
    void a_no_that_is_narrowed_stays_a_no(Office office) {
        var insurer = Asking.insurer(office, "99700601", 50);
        var member = member(office, insurer, "a50");
        say(office, insurer, member, Act.GIVE, "CLINICAL_RESULTS", Recipient.ANYBODY, "TEST_RESULTS");
        assertThat(inForce(office, insurer, member, About.CLINICAL)).contains(Decision.GIVEN);
        say(office, insurer, member, Act.WITHDRAW, "CLINICAL_RESULTS", Recipient.ANYBODY);
        say(office, insurer, member, Act.NARROW, "CLINICAL_RESULTS", Recipient.ANYBODY, "TEST_RESULTS");

        assertThat(inForce(office, insurer, member, About.CLINICAL)).contains(Decision.WITHDRAWN);
    }

    @Test
    void a_yes_to_one_insurer_leaves_the_no_to_another(Office office) {
        var insurer = Asking.insurer(office, "99700619", 50);
        var member = member(office, insurer, "a50");
        var one = new Recipient("HEALTH_UNION", "甲組合", "06990014");
        var other = new Recipient("HEALTH_UNION", "乙組合", "06990022");
        say(office, insurer, member, Act.WITHDRAW, "FORMER_INSURER", one, "CHECKUP");
        say(office, insurer, member, Act.GIVE, "FORMER_INSURER", other, "CHECKUP");

        assertThat(inForce(office, insurer, member, About.HANDOVER)).contains(Decision.WITHDRAWN);
        assertThat(at(office, insurer, member, new Asked("FORMER_INSURER", one, "CHECKUP"), OffsetDateTime.now()))
                .isEqualTo(Standing.DENIED);
        assertThat(at(office, insurer, member, new Asked("FORMER_INSURER", other, "CHECKUP"), OffsetDateTime.now()))
                .isEqualTo(Standing.GIVEN);
    }
}
