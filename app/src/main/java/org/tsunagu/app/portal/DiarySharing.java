package org.tsunagu.app.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.consent.Consent.Asked;
import org.tsunagu.app.consent.Consents;
import org.tsunagu.app.consent.Statement;
import org.tsunagu.app.guidance.SharedDiary;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.rules.legal.Act;
import org.tsunagu.rules.legal.ConsentFold;
import org.tsunagu.rules.legal.ConsentFold.Stand;
import org.tsunagu.rules.legal.Purposes;
import org.tsunagu.rules.legal.Recipient;
import org.tsunagu.rules.legal.Standing;

/// Whether whoever guides may read the diary (本人の記録の共有): only while the ledger of consents says so, and each look stands in
/// the ledger of looks.
@Component
public class DiarySharing implements SharedDiary {

    private static final String DATA = "DIARY";
    private static final String PURPOSE = "GUIDANCE";
    private static final String WORDING = "my-diary-1";
    private static final int MOST = 60;

    private final Diary diary;
    private final Consents consents;
    private final Audit audit;
    private final Clock clock;

    DiarySharing(Diary diary, Consents consents, Audit audit, Clock clock) {
        this.diary = diary;
        this.consents = consents;
        this.audit = audit;
        this.clock = clock;
    }

    /// How the member stands to sharing now.
    public Stand stand(long member) {
        var asked = new ConsentFold.Asked(PURPOSE, Recipient.ANYBODY, DATA);
        return consents.allowedAt(new MemberId(member), asked, OffsetDateTime.now(clock));
    }

    /// Whether the diary is shared now.
    public boolean isShared(long member) {
        return stand(member).standing() == Standing.GIVEN;
    }

    /// Shares the diary from now on, or no more, in the name of the member.
    public void share(long member, boolean isWanted, UUID formKey) {
        var until = isWanted
                ? Purposes.find(PURPOSE).flatMap(purpose -> Purposes.end(purpose, OffsetDateTime.now(clock)))
                : Optional.<OffsetDateTime>empty();
        consents.say(new Statement(
                new MemberId(member),
                isWanted ? Act.GIVE : Act.WITHDRAW,
                PURPOSE,
                Recipient.ANYBODY,
                Set.of(DATA),
                LocalDate.now(clock),
                until,
                new Statement.How(
                        Asked.ONLINE, new Statement.Proxy(VisitReplies.proxy(), ""), "", WORDING, "ja", ""),
                0,
                formKey));
    }

    @Override
    public Optional<List<Line>> of(long member, String place) {
        if (!isShared(member)) {
            return Optional.empty();
        }
        audit.note(new Look(Look.Kind.VIEW, DATA, member, "guidance", "CONSENT", place, ""));
        return Optional.of(diary.of(member, MOST).stream()
                .map(entry -> new Line(entry.day(), entry.kind().row(), entry.value()))
                .toList());
    }
}
