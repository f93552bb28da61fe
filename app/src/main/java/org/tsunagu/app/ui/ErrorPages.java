package org.tsunagu.app.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/// What is shown when something goes wrong (エラー画面): what happened, what to do, and a number that finds the log line.
@Controller
@ControllerAdvice
public class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    /// What the page shows (画面の内容).
    ///
    /// @param key of the sentences: `not_found`, `forbidden`, `database` and so on
    /// @param reference empty when there is nothing in the log
    public record Content(String key, String reference) {}

    @RequestMapping("/error")
    View error(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = HttpStatus.resolve(code instanceof Integer number ? number : 404);
        return switch (status) {
            case NOT_FOUND, METHOD_NOT_ALLOWED, BAD_REQUEST -> page("not_found", HttpStatus.NOT_FOUND);
            case FORBIDDEN, UNAUTHORIZED -> page("forbidden", HttpStatus.FORBIDDEN);
            case CONTENT_TOO_LARGE -> page("too_large", status);
            case TOO_MANY_REQUESTS -> page("too_many", status);
            case null, default -> failed((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        };
    }

    /// The database does not answer; the next request may find it again.
    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        QueryTimeoutException.class
    })
    View databaseAway(Exception e) {
        LOG.warn("the database does not answer: {}", e.getClass().getSimpleName());
        return page("database", HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static View failed(@org.jspecify.annotations.Nullable Throwable failure) {
        return new Page("ui/error", new Content("unexpected", Failures.log(failure)), HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private static View page(String key, HttpStatus status) {
        return new Page("ui/error", new Content(key, ""), status);
    }
}
