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
import java.util.function.Predicate;
import org.springframework.web.filter.OncePerRequestFilter;

/// So many log-ins a minute from one address and no more (ログイン回数の制限): guessing over many names is slow, too.
public final class LogInRate extends OncePerRequestFilter {

    private static final int MOST_A_MINUTE = 20;
    private static final int MOST_ADDRESSES = 10_000;
    private static final long MINUTE = 60_000;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Predicate<HttpServletRequest> counted;
    private final Clock clock;
    private final ConcurrentMap<String, Count> counts = new ConcurrentHashMap<>();

    /// A limit.
    ///
    /// @param counted which requests are log-ins
    public LogInRate(Predicate<HttpServletRequest> counted, Clock clock) {
        this.counted = counted;
        this.clock = clock;
    }

    /// A limit for forms that are sent to some places.
    static LogInRate of(Set<String> places, Clock clock) {
        return new LogInRate(
                request -> request.getMethod().equals("POST") && places.contains(request.getServletPath()), clock);
    }

    private record Count(long minute, int tries) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !counted.test(request);
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
