package org.tsunagu.app.intake;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.consent.Consent.About;
import org.tsunagu.app.consent.Consent.Decision;
import org.tsunagu.app.consent.Consents;
import org.tsunagu.app.consent.Disclosures;
import org.tsunagu.app.consent.Parameters;
import org.tsunagu.app.consent.Transfer;
import org.tsunagu.app.intake.MatchQueue.Outcome;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.tables.LegalBasis;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.rules.legal.LegalTables;

/// Whether a result of another insurer may be taken (引継ぎの根拠): looked up for the day on which it is taken, as RULES 14.1
/// says, and with what the member has said.
@Component
class Grounds {

    private static final String GUIDANCE = "GUIDANCE";

    private final Consents consents;
    private final Members members;
    private final Parameters parameters;
    private final Disclosures disclosures;
    private final Clock clock;

    Grounds(Consents consents, Members members, Parameters parameters, Disclosures disclosures, Clock clock) {
        this.consents = consents;
        this.members = members;
        this.parameters = parameters;
        this.disclosures = disclosures;
        this.clock = clock;
    }

    /// Within the transaction of the caller.
    Outcome check(Document document, MatchQueue.Decision decision) {
        var today = LocalDate.now(clock);
        var member = new MemberId(decision.memberId());
        var age = members.find(member).map(one -> Dates.age(one.birth(), today)).orElse(-1);
        var basis = LegalBasis.find(decision.ground(), today, parameters.current())
                .filter(one -> one.ages().has(age));
        if (basis.isEmpty()) {
            return Outcome.GROUND;
        }
        var said = consents.inForce(member, About.HANDOVER);
        var isAllowed = switch (basis.get().consent()) {
            case NO -> true;
            case UNLESS_OBJECTED -> said.isEmpty() || said.get() == Decision.GIVEN;
            case YES -> said.isPresent() && said.get() == Decision.GIVEN;
        };
        if (!isAllowed) {
            return Outcome.CONSENT;
        }
        return received(document, decision.memberId(), today) ? Outcome.DECIDED : Outcome.GROUND;
    }

    /// Writes down from whom the data of the member have come, and on what ground (受領の記録).
    private boolean received(Document document, long member, LocalDate today) {
        var own = Actors.current().insurer();
        var transfer = new Transfer(
                new Transfer.Side(party(own.number()), own.name(), own.number()),
                new Transfer.Side(party(document.otherInsurer()), "", document.otherInsurer()),
                document.kind().equals(GUIDANCE) ? GUIDANCE : "CHECKUP",
                "FORMER_INSURER",
                today,
                "documents/" + document.id());
        return disclosures.decide(transfer, member).isAllowed();
    }

    /// A number that tells no kind has no ground: the ledger then says so.
    private static String party(String number) {
        return LegalTables.shipped().partyOf(number).orElse("");
    }
}
