package org.tsunagu.app.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/// What can go wrong (エラーの種類). Codes and types are part of the public promise and never change meaning.
public enum Problem {
    MALFORMED(HttpStatus.BAD_REQUEST),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    /// Somebody else has changed it meanwhile, or it is closed.
    VERSION_CONFLICT(HttpStatus.CONFLICT),
    /// A request with the same idempotency key is being worked on.
    KEY_IN_USE(HttpStatus.CONFLICT),
    LENGTH_REQUIRED(HttpStatus.LENGTH_REQUIRED),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    /// The idempotency key belongs to another request.
    KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS),
    UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR),
    DATABASE_AWAY(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    Problem(HttpStatus status) {
        this.status = status;
    }

    /// The status it comes with.
    public HttpStatus status() {
        return status;
    }

    /// The word for programs.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The address that names it; it can be opened.
    public String type() {
        return "/api/problems/" + code();
    }

    /// The problem of a code.
    public static Optional<Problem> of(String code) {
        return Arrays.stream(values())
                .filter(problem -> problem.code().equals(code))
                .findFirst();
    }

    /// The most general problem of a status.
    static Problem of(int status) {
        return Arrays.stream(values())
                .filter(problem -> problem.status.value() == status)
                .findFirst()
                .orElse(status < HttpStatus.INTERNAL_SERVER_ERROR.value() ? MALFORMED : UNEXPECTED);
    }
}
