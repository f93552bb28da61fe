package org.tsunagu.app.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Elsewhere;
import org.tsunagu.app.checkups.Standings;
import org.tsunagu.app.consent.Consents;
import org.tsunagu.app.consent.Disclosures;
import org.tsunagu.app.contacts.Contact;
import org.tsunagu.app.desk.timeline.Timeline;
import org.tsunagu.app.membership.Coverage;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.membership.Transfers;

/// Gathers what the person page tells beside the judgement (個人ページの経緯), always of the insurer that is worked for.
@Component
public class Histories {

    private final Members members;
    private final Transfers transfers;
    private final Standings standings;
    private final Consents consents;
    private final Disclosures disclosures;
    private final Clock clock;

    Histories(
            Members members,
            Transfers transfers,
            Standings standings,
            Consents consents,
            Disclosures disclosures,
            Clock clock) {
        this.members = members;
        this.transfers = transfers;
        this.standings = standings;
        this.consents = consents;
        this.disclosures = disclosures;
        this.clock = clock;
    }

    /// The history of a member whose times of insurance and contacts the caller has read.
    public History of(MemberId member, List<Coverage> coverage, List<Contact> contacts) {
        var results = standings.of(member.value());
        var known = new Timeline.Known("", coverage, transfers.of(member), results, contacts);
        return new History(
                results,
                consents.of(member),
                disclosures.of(member.value()),
                Timeline.of(List.of(known), LocalDate.now(clock)),
                Elsewhere.open());
    }

    /// What the insurer that is worked for knows about a member, contacts left out.
    ///
    /// @param insurer under which name it stands in a timeline
    public Timeline.Known known(MemberId member, String insurer) {
        return new Timeline.Known(
                insurer, members.coverage(member), transfers.of(member), standings.of(member.value()), List.of());
    }
}
