package org.tsunagu.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.web.filter.OncePerRequestFilter;

/// So many log-ins a minute from one address and no more (ログイン回数の制限): guessing over many names is slow, too.
final class LogInRate extends OncePerRequestFilter {

    private static final Set<String> PLACES = Set.of("/login", "/login/code");
    private static final int MOST_A_MINUTE = 20;
    private static final int MOST_ADDRESSES = 10_000;
    private static final long MINUTE = 60_000;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Clock clock;
    private final ConcurrentMap<String, Count> counts = new ConcurrentHashMap<>();

    LogInRate(Clock clock) {
        this.clock = clock;
    }

    private record Count(long minute, int tries) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !PLACES.contains(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var minute = clock.millis() / MINUTE;
        if (counts.size() > MOST_ADDRESSES) {
            counts.values().removeIf(count -> count.minute() < minute);
        }
        var count = counts.merge(
                request.getRemoteAddr(),
                new Count(minute, 1),
                (before, one) -> before.minute() == minute ? new Count(minute, before.tries() + 1) : one);
        if (count.tries() > MOST_A_MINUTE) {
            response.sendError(TOO_MANY_REQUESTS);
            return;
        }
        chain.doFilter(request, response);
    }
}
