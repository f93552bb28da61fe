package org.tsunagu.app.tickets;

import java.time.LocalDate;
import java.util.Optional;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.codes.ticket.TicketNumber;
import org.tsunagu.codes.time.FiscalYear;

/// A ticket in the ledger (受診券・利用券台帳の1枚).
///
/// @param validUntil the last day on which it may be used
/// @param state what was recorded; that it has expired follows from the day
/// @param stateSince the day on which it came into its state
/// @param terms with the charges printed on it
public record Ticket(
        long id,
        TicketNumber number,
        MemberId owner,
        int fiscalYear,
        TicketKind kind,
        LocalDate issuedOn,
        LocalDate validUntil,
        State state,
        LocalDate stateSince,
        Terms terms) {

    /// What became of it (状態).
    public enum State {
        ISSUED,
        USED,
        VOID,
        LOST,
        /// Replaced by another one; this number counts no more (再発行により無効).
        REISSUED
    }

    /// Why a ticket may not be used (使えない理由); keys of the message file.
    public enum Invalid {
        MALFORMED,
        OTHER_INSURER,
        UNKNOWN,
        OTHER_PERSON,
        VOID,
        LOST,
        REISSUED,
        BEFORE_ISSUE,
        EXPIRED,
        NOT_COVERED
    }

    /// Why it may not be used on a day, by what stands on it and what was recorded; empty when it may. What
    /// became of it later says nothing about the days before. A used ticket is not refused here: guidance is
    /// claimed in two parts, and whether something is paid twice settlement knows.
    public Optional<Invalid> invalidOn(LocalDate day) {
        return switch (state) {
            case VOID -> since(day, Invalid.VOID);
            case LOST -> since(day, Invalid.LOST);
            case REISSUED -> since(day, Invalid.REISSUED);
            case ISSUED, USED -> byDay(day);
        };
    }

    private Optional<Invalid> since(LocalDate day, Invalid reason) {
        return day.isBefore(stateSince) ? byDay(day) : Optional.of(reason);
    }

    private Optional<Invalid> byDay(LocalDate day) {
        if (day.isBefore(issuedOn) || day.isBefore(new FiscalYear(fiscalYear).firstDay())) {
            return Optional.of(Invalid.BEFORE_ISSUE);
        }
        return day.isAfter(validUntil) ? Optional.of(Invalid.EXPIRED) : Optional.empty();
    }

    /// Whether it can still be used on a day.
    public boolean isOpenOn(LocalDate day) {
        return state == State.ISSUED && !day.isAfter(validUntil);
    }
}
