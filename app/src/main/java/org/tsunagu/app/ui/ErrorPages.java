package org.tsunagu.app.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.View;
import org.tsunagu.app.access.Outage;

/// What is shown when something goes wrong (エラー画面): what happened, what to do, and a number that finds the log
/// line.
@Controller
@ControllerAdvice
public class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private static final String RETRY_SECONDS = "30";

    /// What the page shows (画面の内容).
    ///
    /// @param key of the sentences: `not_found`, `forbidden`, `database` and so on
    /// @param reference empty when there is nothing in the log
    public record Content(String key, String reference) {}

    @RequestMapping("/error")
    View error(HttpServletRequest request, HttpServletResponse response) {
        var failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (Outage.isDiskFull(failure)) {
            return diskFull(response);
        }
        if (Outage.isCauseOf(failure)) {
            return databaseAway(response);
        }
        if (isTooLarge(failure)) {
            return page("too_large", HttpStatus.CONTENT_TOO_LARGE);
        }
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = HttpStatus.resolve(code instanceof Integer number ? number : 404);
        return switch (status) {
            case NOT_FOUND, METHOD_NOT_ALLOWED, BAD_REQUEST -> page("not_found", HttpStatus.NOT_FOUND);
            case FORBIDDEN, UNAUTHORIZED -> page("forbidden", HttpStatus.FORBIDDEN);
            case CONTENT_TOO_LARGE -> page("too_large", status);
            case TOO_MANY_REQUESTS -> page("too_many", status);
            case null, default -> failed(failure);
        };
    }

    /// The database does not answer, or it cannot write; the next request may find it well again.
    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        QueryTimeoutException.class
    })
    View databaseAway(Exception e, HttpServletResponse response) {
        return Outage.isDiskFull(e) ? diskFull(response) : databaseAway(response);
    }

    /// An upload that is too large, or that no disk could hold, or that was broken off.
    @ExceptionHandler(RequestRejectedException.class)
    View notOurs() {
        return page("not_found", HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler(MultipartException.class)
    View upload(MultipartException e, HttpServletResponse response) {
        if (Outage.isDiskFull(e)) {
            return diskFull(response);
        }
        return isTooLarge(e)
                ? page("too_large", HttpStatus.CONTENT_TOO_LARGE)
                : page("not_found", HttpStatus.BAD_REQUEST);
    }

    private static boolean isTooLarge(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MaxUploadSizeExceededException || cause instanceof SizeException) {
                return true;
            }
        }
        return false;
    }

    private static View databaseAway(HttpServletResponse response) {
        LOG.warn("the database does not answer");
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return page("database", HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static View diskFull(HttpServletResponse response) {
        LOG.error("there is no space left on a disk");
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return page("disk_full", HttpStatus.INSUFFICIENT_STORAGE);
    }

    private static View failed(@Nullable Throwable failure) {
        return new Page("ui/error", new Content("unexpected", Failures.log(failure)), HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private static View page(String key, HttpStatus status) {
        return new Page("ui/error", new Content(key, ""), status);
    }
}
