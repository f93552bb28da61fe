package org.tsunagu.app.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/// What somebody who works for several insurers may see at another one, without leaving this one (ほかの保険者での閲覧). The work
/// runs as the same person at the other insurer: with the roles there, in its transactions, in its ledger. Nothing is
/// ever seen of two insurers in one transaction.
public final class Elsewhere {

    private Elsewhere() {}

    /// The other insurers at which the person who is acting may see persons, by number; none for programs, and
    /// none where a duty such as a second factor is not done.
    public static List<Insurer> open() {
        return user().stream()
                .flatMap(user -> user.insurers().stream()
                        .filter(insurer -> !insurer.equals(user.actor().insurer()))
                        .filter(insurer -> user.at(insurer).actor().may(Permission.VIEW_PERSONS)))
                .toList();
    }

    /// Does something at one of them.
    ///
    /// @throws IllegalArgumentException if the person may not see persons there
    public static <T> T at(Insurer insurer, Supplier<T> work) {
        if (!open().contains(insurer)) {
            throw new IllegalArgumentException("no persons to be seen at this insurer");
        }
        var user = user().orElseThrow().at(insurer);
        var here = SecurityContextHolder.getContext();
        var there = SecurityContextHolder.createEmptyContext();
        there.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(there);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(here);
        }
    }

    private static Optional<StaffUser> user() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof StaffUser user
                ? Optional.of(user)
                : Optional.empty();
    }
}
