package org.tsunagu.app.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.tsunagu.app.files.TooLarge;
import org.tsunagu.app.ui.Failures;
import org.tsunagu.app.ui.NotFound;
import tools.jackson.databind.DatabindException;

/// Turns what operations throw into problems (例外からエラーの応答へ).
@Component
class ApiExceptions implements HandlerExceptionResolver, Ordered {

    private final Problems problems;

    ApiExceptions(Problems problems) {
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (!Problems.concerns(request)) {
            return null;
        }
        try {
            if (e instanceof ErrorResponse answer) {
                answer.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
            }
            problems.write(request, response, refused(e));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }

    private static Refused refused(Exception e) {
        return switch (e) {
            case Refused refused -> refused;
            case NotFound none -> Refused.of(Problem.NOT_FOUND);
            case TooLarge large -> Refused.of(Problem.TOO_LARGE);
            case HttpMessageNotReadableException unread -> unread(unread);
            case MethodArgumentTypeMismatchException type -> Refused.field(type.getName());
            case MissingServletRequestParameterException missing -> Refused.field(missing.getParameterName());
            case CannotCreateTransactionException away -> Refused.of(Problem.DATABASE_AWAY);
            case DataAccessResourceFailureException away -> Refused.of(Problem.DATABASE_AWAY);
            case QueryTimeoutException away -> Refused.of(Problem.DATABASE_AWAY);
            case ErrorResponse answer
            when answer.getStatusCode().is4xxClientError() ->
                Refused.of(Problem.of(answer.getStatusCode().value()));
            default -> Refused.logged(Failures.log(e));
        };
    }

    /// JSON that cannot be read is malformed; JSON that holds something else than was asked for is not valid.
    private static Refused unread(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof DatabindException wrong && !wrong.getPath().isEmpty()) {
            return Refused.field(String.valueOf(wrong.getPath().getFirst().getPropertyName()));
        }
        return Refused.of(Problem.MALFORMED);
    }
}
