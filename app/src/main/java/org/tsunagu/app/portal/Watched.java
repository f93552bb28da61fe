package org.tsunagu.app.portal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Positions;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.audit.PersonLooks;

/// Who looked at a member's data (だれが見たか): organisation and role of everybody, the name of nobody.
@Service
public class Watched {

    private static final int MOST = 1000;

    private final PersonLooks looks;
    private final Positions positions;
    private final Clock clock;

    Watched(PersonLooks looks, Positions positions, Clock clock) {
        this.looks = looks;
        this.positions = positions;
        this.clock = clock;
    }

    /// Somebody who looked.
    ///
    /// @param who key of a sentence: `role.NURSE`, `system`, `program`, `person`, `proxy`
    /// @param isOutside whether it is somebody who works for the insurer from outside
    public record Line(
            long seq,
            OffsetDateTime at,
            String who,
            boolean isOutside,
            Look.Kind kind,
            List<String> dataClasses,
            String purpose,
            String basis,
            boolean isOfMany) {

        /// Whether one can ask about it: not about what one did oneself.
        public boolean isAskable() {
            return !who.equals("person");
        }
    }

    /// The looks of the last days, the latest first.
    ///
    /// @param days 0 for all
    /// @param withOwn whether those of the member are wanted as well
    public List<Line> of(long member, int days, boolean withOwn) {
        var since = days == 0
                ? OffsetDateTime.parse("2000-01-01T00:00Z")
                : OffsetDateTime.now(clock).minusDays(days);
        var seen = looks.about(member, since, withOwn, MOST);
        var roles = positions.of(
                Actors.current().insurer().id(),
                seen.stream()
                        .map(PersonLooks.Seen::staffId)
                        .filter(id -> id > 0)
                        .distinct()
                        .toList());
        return seen.stream().map(one -> line(one, roles.get(one.staffId()))).toList();
    }

    private static Line line(PersonLooks.Seen seen, @Nullable Role role) {
        return new Line(
                seen.seq(),
                seen.at(),
                who(seen, role),
                role == Role.PROVIDER,
                seen.kind(),
                seen.dataClasses(),
                seen.purpose(),
                seen.basis(),
                seen.isOfMany());
    }

    private static String who(PersonLooks.Seen seen, @Nullable Role role) {
        if (seen.staffId() < 0) {
            return "program";
        }
        if (seen.staffId() > 0) {
            return role == null ? "staff" : "role." + role;
        }
        if (Actor.isPerson(seen.actor())) {
            return "person";
        }
        if (Actor.proxy(seen.actor()).isPresent()) {
            return "proxy";
        }
        return seen.actor().equals("unknown") ? "unknown" : "system";
    }

    /// Whether an entry of the ledger is about a member: nobody asks about somebody else's.
    public boolean isAbout(long member, long entry) {
        return looks.isAbout(member, entry);
    }
}
