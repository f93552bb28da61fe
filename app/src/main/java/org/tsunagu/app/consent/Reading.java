package org.tsunagu.app.consent;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.tsunagu.app.consent.Said.Saying;
import org.tsunagu.app.membership.Member;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.rules.legal.Answer;
import org.tsunagu.rules.legal.DisasterRule;
import org.tsunagu.rules.legal.Ground;
import org.tsunagu.rules.legal.Grounds;
import org.tsunagu.rules.legal.Question;
import org.tsunagu.rules.legal.Why;

/// What the law, the members and the moment say to a transfer (提供の判断).
///
/// @param disasters those open now
record Reading(Transfer transfer, Grounds grounds, List<Disaster> disasters, OffsetDateTime at) {

    /// About one member, not written down yet.
    Disclosure one(Member member, Saying saying) {
        var age = Dates.age(member.birth(), transfer.requested());
        var question = new Question(
                transfer.requester().party(),
                transfer.holder().party(),
                transfer.dataClass(),
                transfer.purpose(),
                age,
                transfer.requested());
        var answer = grounds.ask(question);
        var why = Why.of(answer, saying.standing());
        var rule = DisasterRule.opens(why, question);
        var disaster = rule.isEmpty()
                ? Optional.<Disaster>empty()
                : disasters.stream()
                        .filter(open -> open.concerns(member.postalCode()))
                        .findFirst();
        return disaster.map(open -> opened(member, age, rule.orElseThrow(), open))
                .orElseGet(() -> ordinary(member, answer, why, saying));
    }

    private Disclosure ordinary(Member member, Answer answer, Why why, Saying saying) {
        var said = why.isByConsent() || !why.isAllowed() ? saying.id() : 0;
        var ground = answer.ground().map(Ground::key).orElse("");
        return new Disclosure(
                0,
                member.id().value(),
                transfer,
                answer.question().age(),
                why,
                ground,
                said,
                0,
                answer.certainty(),
                "",
                at,
                answer.reasons());
    }

    private Disclosure opened(Member member, int age, Row rule, Disaster disaster) {
        return new Disclosure(
                0,
                member.id().value(),
                transfer,
                age,
                Why.DISASTER,
                rule.key(),
                0,
                disaster.id(),
                rule.basis().certainty(),
                "",
                at,
                List.of());
    }

    /// About somebody who is no member here.
    Disclosure nobody(long id) {
        return new Disclosure(0, id, transfer, 0, Why.NOT_A_MEMBER, "", 0, 0, Certainty.SOURCE, "", at, List.of());
    }
}
