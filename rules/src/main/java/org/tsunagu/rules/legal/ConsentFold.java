package org.tsunagu.rules.legal;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// What is in force, out of everything that was said (同意台帳の畳み込み): the last entry that concerns
/// the purpose, the recipient and the kind of data decides. Of one day, what was written down last.
///
/// A moment is answered with what was known at it, so that the answer is the same for ever.
public final class ConsentFold {

    private static final Comparator<ConsentEvent> ORDER =
            Comparator.comparing(ConsentEvent::day).thenComparingLong(ConsentEvent::id);

    private ConsentFold() {}

    /// What may be asked of the ledger (同意の照会).
    public record Asked(String purpose, Recipient recipient, String dataClass) {}

    /// How the member stands.
    ///
    /// @param event the entry that decides
    /// @param until when the consent ends or has ended
    public record Stand(Standing standing, Optional<ConsentEvent> event, Optional<OffsetDateTime> until) {

        private static final Stand NOTHING = new Stand(Standing.UNSAID, Optional.empty(), Optional.empty());
    }

    /// How a member stands to a use of data at a moment.
    ///
    /// @param events of the member, in any order
    public static Stand at(Collection<ConsentEvent> events, Asked asked, OffsetDateTime moment) {
        var walk = new Walk(asked.dataClass());
        events.stream()
                .filter(event -> event.isKnown(moment)
                        && event.purpose().equals(asked.purpose())
                        && isAbout(event, asked.recipient()))
                .sorted(ORDER)
                .forEach(walk::take);
        return walk.at(moment);
    }

    /// A yes to somebody is one only to whoever it surely is; a no also to whoever it may be.
    private static boolean isAbout(ConsentEvent event, Recipient recipient) {
        return event.act() == Act.GIVE
                ? event.recipient().covers(recipient)
                : event.recipient().mayBe(recipient);
    }

    /// Whether it is allowed at a moment by what the member has said.
    public static boolean isAllowed(Collection<ConsentEvent> events, Asked asked, OffsetDateTime moment) {
        return at(events, asked, moment).standing() == Standing.GIVEN;
    }

    private static final class Walk {

        private final String dataClass;
        private final boolean isOrdinary;
        private Stand stand = Stand.NOTHING;
        /// Whoever says no to one organisation says yes to it only by its name.
        private boolean isRefusedByName;

        Walk(String dataClass) {
            this.dataClass = dataClass;
            this.isOrdinary = LegalTables.shipped().isOrdinary(dataClass);
        }

        void take(ConsentEvent event) {
            var isListed = event.classes().contains(dataClass);
            switch (event.act()) {
                case GIVE -> give(event, isListed);
                case NARROW -> deny(event, !isListed);
                case WITHDRAW -> deny(event, isListed || event.classes().isEmpty());
                case EXPIRE, PROXY -> {
                    // The end of a consent is in the consent itself; somebody to answer for the member changes nothing.
                }
            }
        }

        private void give(ConsentEvent event, boolean isListed) {
            if (isListed && isOrdinary && (!isRefusedByName || event.recipient().isNamed())) {
                stand = new Stand(Standing.GIVEN, Optional.of(event), event.until());
                isRefusedByName = false;
            }
        }

        private void deny(ConsentEvent event, boolean concerns) {
            if (concerns) {
                stand = new Stand(Standing.DENIED, Optional.of(event), Optional.empty());
                isRefusedByName |= event.recipient().isNamed();
            }
        }

        Stand at(OffsetDateTime moment) {
            var isOver = stand.standing() == Standing.GIVEN
                    && stand.until().filter(until -> !until.isAfter(moment)).isPresent();
            return isOver ? new Stand(Standing.EXPIRED, stand.event(), stand.until()) : stand;
        }
    }
}
