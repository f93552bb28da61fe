package org.tsunagu.app.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.springframework.web.filter.OncePerRequestFilter;

/// So many requests a minute from one sender and no more (呼び出し回数の制限).
final class Rate extends OncePerRequestFilter {

    private static final int MOST_SENDERS = 10_000;
    private static final long MINUTE = 60_000;

    private final int most;
    private final Function<HttpServletRequest, String> sender;
    private final Problems problems;
    private final Clock clock;
    private final ConcurrentMap<String, Count> counts = new ConcurrentHashMap<>();

    Rate(int most, Function<HttpServletRequest, String> sender, Problems problems, Clock clock) {
        this.most = most;
        this.sender = sender;
        this.problems = problems;
        this.clock = clock;
    }

    private record Count(long minute, int requests) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var now = clock.millis();
        var minute = now / MINUTE;
        if (counts.size() > MOST_SENDERS) {
            counts.values().removeIf(count -> count.minute() < minute);
        }
        var count = counts.merge(
                sender.apply(request),
                new Count(minute, 1),
                (before, one) -> before.minute() == minute ? new Count(minute, before.requests() + 1) : one);
        if (count.requests() > most) {
            response.setHeader("Retry-After", Long.toString(1 + (MINUTE - now % MINUTE) / 1000));
            problems.write(request, response, Refused.of(Problem.TOO_MANY));
            return;
        }
        chain.doFilter(request, response);
    }
}
