package org.tsunagu.app.api;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// A program that uses the API (連携プログラム).
///
/// @param clientId public name: number of the insurer and a random part
/// @param validTo last day; empty for no end
/// @param party whose it is, of `legal/parties`; empty for a system of the insurer
public record Client(
        long id,
        String clientId,
        String name,
        Set<Scope> scopes,
        boolean enabled,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String party) {

    /// Whether it may have a token on a day.
    public boolean isInForce(LocalDate today) {
        return enabled
                && !today.isBefore(validFrom)
                && validTo.filter(last -> last.isBefore(today)).isEmpty();
    }
}
