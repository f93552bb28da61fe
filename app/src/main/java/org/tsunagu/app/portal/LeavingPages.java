package org.tsunagu.app.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.consent.Consent.Asked;
import org.tsunagu.app.consent.Consents;
import org.tsunagu.app.consent.Parameters;
import org.tsunagu.app.consent.Statement;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.rules.legal.Act;
import org.tsunagu.rules.legal.ConsentFold;
import org.tsunagu.rules.legal.Grounds;
import org.tsunagu.rules.legal.LegalTables;
import org.tsunagu.rules.legal.Recipient;
import org.tsunagu.rules.legal.Standing;

/// What a member who leaves the insurer is told and can say (資格がなくなるときの案内と意思表示).
@Service
public class LeavingPages {

    /// What the next insurer gets the data for, of `legal/purposes`.
    static final String PURPOSE = "NEXT_INSURER";

    private static final Set<String> CLASSES = Set.of("CHECKUP", "GUIDANCE");
    private static final String WORDING = "my-leaving-1";

    private final Members members;
    private final Parameters parameters;
    private final Consents consents;
    private final Clock clock;

    LeavingPages(Members members, Parameters parameters, Consents consents, Clock clock) {
        this.members = members;
        this.parameters = parameters;
        this.consents = consents;
        this.clock = clock;
    }

    /// The legal grounds as the insurer reads them. How it reads them is no row of the member: read by nobody in
    /// particular, before the member's transaction begins.
    public Grounds grounds(Insurer insurer) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new Actor(0, "system", insurer, Set.of()), null, List.of()));
        try {
            SecurityContextHolder.setContext(context);
            return parameters.current();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /// How the cover of a member ends; empty when it does not, or not soon.
    public Optional<LeavingPlan> of(long member, Insurer insurer, Grounds grounds) {
        var id = new MemberId(member);
        return members.find(id)
                .flatMap(one -> LeavingPlan.of(
                        one.birth(),
                        members.coverage(id),
                        LegalTables.shipped().partyOf(insurer.number()).orElse(""),
                        grounds,
                        LocalDate.now(clock)));
    }

    /// Whether the cover of a member has ended, or ends soon; by which grounds data go then does not matter.
    public boolean isSoon(long member) {
        return of(member, Actors.current().insurer(), Grounds.shipped()).isPresent();
    }

    /// How the member stands to the hand-over.
    public Standing stand(long member) {
        var asked = new ConsentFold.Asked(PURPOSE, Recipient.ANYBODY, "CHECKUP");
        return consents.allowedAt(new MemberId(member), asked, OffsetDateTime.now(clock)).standing();
    }

    /// Says yes or no to it, in the name of the member.
    public void say(long member, boolean isWanted, UUID formKey) {
        consents.say(new Statement(
                new MemberId(member),
                isWanted ? Act.GIVE : Act.WITHDRAW,
                PURPOSE,
                Recipient.ANYBODY,
                CLASSES,
                LocalDate.now(clock),
                Optional.empty(),
                new Statement.How(
                        Asked.ONLINE, new Statement.Proxy(VisitReplies.proxy(), ""), "", WORDING, "ja", ""),
                0,
                formKey));
    }
}
