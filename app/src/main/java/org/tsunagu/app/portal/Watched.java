package org.tsunagu.app.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
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
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

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
    /// @param times how often the same was done one after the other on this day
    public record Line(
            long seq,
            OffsetDateTime at,
            String who,
            boolean isOutside,
            Look.Kind kind,
            List<String> dataClasses,
            String purpose,
            String basis,
            boolean isOfMany,
            int times) {

        private boolean isSame(Line other) {
            return who.equals(other.who)
                    && kind == other.kind
                    && dataClasses.equals(other.dataClasses)
                    && purpose.equals(other.purpose)
                    && isOfMany == other.isOfMany
                    && day().equals(other.day());
        }

        private LocalDate day() {
            return at.atZoneSameInstant(JAPAN).toLocalDate();
        }

        private Line oneMore() {
            return new Line(seq, at, who, isOutside, kind, dataClasses, purpose, basis, isOfMany, times + 1);
        }

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
        var lines = new ArrayList<Line>();
        for (var one : seen) {
            var line = line(one, roles.get(one.staffId()));
            if (!lines.isEmpty() && lines.getLast().isSame(line)) {
                lines.set(lines.size() - 1, lines.getLast().oneMore());
            } else {
                lines.add(line);
            }
        }
        return List.copyOf(lines);
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
                seen.isOfMany(),
                1);
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
