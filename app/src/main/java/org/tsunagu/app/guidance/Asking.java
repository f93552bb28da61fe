package org.tsunagu.app.guidance;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// How a person was asked to take part in guidance in a year, and what was said (利用案内と応答).
///
/// @param invited the letters, the earliest first
/// @param replies what came of letters and calls, the earliest first; the latest one holds
public record Asking(long memberId, List<Invited> invited, List<Reply> replies) {

    static Asking none(long memberId) {
        return new Asking(memberId, List.of(), List.of());
    }

    /// A letter (案内の1通).
    ///
    /// @param version of the wording
    /// @param by who decided on it
    public record Invited(
            long invitationId,
            LocalDate day,
            LocalDate replyBy,
            int version,
            String title,
            String by,
            OffsetDateTime at) {}

    /// What was said (応答の記録).
    ///
    /// @param why reason of somebody who declines; else a note
    public record Reply(Way way, Outcome outcome, String why, LocalDate on, String by, OffsetDateTime at) {}

    /// How somebody was spoken to (連絡の方法).
    public enum Way {
        TELEPHONE,
        LETTER,
        IN_PERSON,
        OTHER
    }

    /// What came of it (応答).
    public enum Outcome {
        /// Takes part: the course is opened (利用する).
        ACCEPTED,
        /// Takes no part, with the reason (辞退).
        DECLINED,
        /// Nobody answered (連絡がつかない).
        NOT_REACHED,
        /// Wants to think about it (検討中).
        UNDECIDED
    }

    /// The last answer since the last letter, which asks anew.
    public Optional<Reply> last() {
        return replies.stream()
                .filter(reply -> invited.stream().allMatch(one -> !one.at().isAfter(reply.at())))
                .reduce((early, late) -> late);
    }

    /// Where it stands: `NEW` for somebody who was never asked, `ASKED` as long as there is no answer,
    /// else the answer.
    public String state() {
        return last().map(reply -> reply.outcome().name()).orElse(invited.isEmpty() ? "NEW" : "ASKED");
    }

    /// Whether somebody has to ask again: there is a letter and neither yes nor no.
    public boolean isOpen() {
        return !invited.isEmpty()
                && last().filter(reply -> reply.outcome() == Outcome.ACCEPTED || reply.outcome() == Outcome.DECLINED)
                        .isEmpty();
    }

    /// For how many days nobody has asked or answered.
    public long silentDays(LocalDate today) {
        var asked = invited.stream().map(Invited::day).reduce((early, late) -> late);
        var said = last().map(Reply::on);
        var latest = said.filter(day -> asked.filter(day::isBefore).isEmpty()).or(() -> asked);
        return latest.map(day -> ChronoUnit.DAYS.between(day, today)).orElse(0L);
    }
}
