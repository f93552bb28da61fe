package org.tsunagu.app.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.tsunagu.app.access.Actors;

/// A request that is sent twice is carried out once (べき等キーによる再送): the same key and the same request give the same
/// answer. A search changes nothing and is made anew, so that nobody's data are kept twice and every look is noted.
final class Idempotency extends OncePerRequestFilter {

    private static final String HEADER = "Idempotency-Key";

    private final IdempotencyKeys keys;
    private final Problems problems;

    Idempotency(IdempotencyKeys keys, Problems problems) {
        this.keys = keys;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = Objects.requireNonNull(request.getHeader(HEADER));
        if (!key.matches("[\\x21-\\x7e]{1,255}")) {
            problems.write(request, response, Refused.field(HEADER));
            return;
        }
        var known = keys.take(Actors.current(), key);
        if (known.isEmpty()) {
            carryOut(key, request, response, chain);
        } else if (known.get().isOpen()) {
            problems.write(request, response, Refused.of(Problem.KEY_IN_USE));
        } else {
            again(known.get(), request, response, chain);
        }
    }

    private void carryOut(String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var actor = Actors.current();
        var read = new FingerprintedRequest(request);
        var answer = new ContentCachingResponseWrapper(response);
        var isKept = false;
        try {
            chain.doFilter(read, answer);
            var status = answer.getStatus();
            // What is too large is not read to its end; what failed may be tried again.
            if (status < HttpStatus.INTERNAL_SERVER_ERROR.value() && status != HttpStatus.CONTENT_TOO_LARGE.value()) {
                keys.keep(
                        actor,
                        key,
                        new IdempotencyKeys.Answer(
                                read.fingerprint(),
                                status,
                                Objects.requireNonNullElse(answer.getContentType(), ""),
                                Objects.requireNonNullElse(answer.getHeader("Location"), ""),
                                isSearch(request) ? new byte[0] : answer.getContentAsByteArray()));
                isKept = true;
            }
        } finally {
            if (!isKept) {
                keys.release(actor, key);
            }
        }
        answer.copyBodyToResponse();
    }

    private void again(
            IdempotencyKeys.Answer known, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isSearch(request)) {
            var read = new FingerprintedRequest(request);
            var answer = new ContentCachingResponseWrapper(response);
            chain.doFilter(read, answer);
            if (read.fingerprint().equals(known.fingerprint())) {
                answer.copyBodyToResponse();
            } else {
                problems.write(request, response, Refused.of(Problem.KEY_REUSED));
            }
        } else if (!new FingerprintedRequest(request).fingerprint().equals(known.fingerprint())) {
            problems.write(request, response, Refused.of(Problem.KEY_REUSED));
        } else {
            response.setStatus(known.status());
            response.setContentType(known.contentType());
            response.setHeader("Idempotent-Replayed", "true");
            if (!known.location().isEmpty()) {
                response.setHeader("Location", known.location());
            }
            response.setContentLength(known.body().length);
            response.getOutputStream().write(known.body());
        }
    }

    private static boolean isSearch(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/search");
    }
}
