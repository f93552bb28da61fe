package org.tsunagu.app.portal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What a member applied for (申出), with everything that became of it.
///
/// @param topic of `support-topics`; empty for a request about own data
/// @param hours when the member can be reached, in own words
/// @param proxy who has asked for the member; empty when the member did
/// @param due by which day the office answers
/// @param steps the first first
public record Application(
        long id,
        long memberId,
        String name,
        ApplicationKind kind,
        String topic,
        String words,
        Optional<Reach> reach,
        String hours,
        String proxy,
        OffsetDateTime at,
        LocalDate due,
        UUID formKey,
        List<Step> steps) {

    /// How the member wants to be reached (連絡の方法).
    public enum Reach {
        PHONE,
        MESSAGE,
        OFFICE
    }

    /// Where it stands (状態).
    public enum State {
        RECEIVED,
        /// The office needs to know more (問い合わせ中).
        ASKED,
        /// The member has told it (回答あり).
        REPLIED,
        ANSWERED,
        REFUSED,
        /// Somebody is responsible (担当が決まった).
        TAKEN,
        ENDED,
        /// The member does not want it any more (本人がやめた).
        STOPPED;

        private static final Set<State> OVER = EnumSet.of(ANSWERED, REFUSED, ENDED, STOPPED);

        /// Whether there is still something to do.
        public boolean isOpen() {
            return !OVER.contains(this);
        }
    }

    /// What became of it (経過).
    ///
    /// @param responsible role or organisation; never the name of a person
    public record Step(
            State state,
            String words,
            String responsible,
            Optional<LocalDate> nextDay,
            boolean isFromMember,
            String by,
            OffsetDateTime at) {}

    /// Where it stands.
    public State state() {
        return steps.getLast().state();
    }

    /// Who is responsible; empty as long as nobody is.
    public String responsible() {
        return steps.stream().map(Step::responsible).filter(one -> !one.isEmpty()).reduce("", (early, late) -> late);
    }

    /// The day that was agreed on last, as long as it is open.
    public Optional<LocalDate> nextDay() {
        return state().isOpen()
                ? steps.stream().flatMap(step -> step.nextDay().stream()).reduce((early, late) -> late)
                : Optional.empty();
    }

    /// What the office can do next.
    public List<State> forOffice() {
        if (!state().isOpen()) {
            return List.of();
        }
        return kind == ApplicationKind.SUPPORT
                ? List.of(State.TAKEN, State.ENDED)
                : List.of(State.ANSWERED, State.ASKED, State.REFUSED);
    }

    /// What the member can do next.
    public List<State> forMember() {
        return !state().isOpen()
                ? List.of()
                : state() == State.ASKED ? List.of(State.REPLIED, State.STOPPED) : List.of(State.STOPPED);
    }
}
