package org.tsunagu.app.membership;

import java.time.LocalDate;
import java.util.Optional;

/// Whence a member came, or whither one went (資格の異動).
///
/// @param coveredFrom beginning of the time of being insured here that it belongs to
/// @param otherInsurer eight digits, or the words of the register
/// @param from first day at the other insurer; empty when the register does not say
/// @param to last day at the other insurer; empty when the register does not say, or it lasts
public record Transfer(
        LocalDate coveredFrom,
        Direction direction,
        String otherInsurer,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {

    /// From another insurer, or to one.
    public enum Direction {
        IN,
        OUT
    }
}
