package org.tsunagu.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Half a log-in (確認コードの入力待ち): the password was right. It gives no right to anything but to type a code, for a few
/// minutes and in this session.
public record HalfLogIn(long staffId, Instant since) {

    private static final String NAME = HalfLogIn.class.getName();
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /// The one of this session; empty for none or one that is too old.
    public static Optional<HalfLogIn> in(HttpServletRequest request, Instant now) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(NAME) instanceof HalfLogIn half
                        && half.since.plus(LONGEST).isAfter(now)
                ? Optional.of(half)
                : Optional.empty();
    }

    void keep(HttpServletRequest request) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(NAME, this);
    }

    static void forget(HttpServletRequest request) {
        request.getSession().removeAttribute(NAME);
    }
}
