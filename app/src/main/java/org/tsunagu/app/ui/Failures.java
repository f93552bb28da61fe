package org.tsunagu.app.ui;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Failures in the log (障害の記録): classes and places only, since a message may quote personal data.
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /// Writes a failure to the log.
    ///
    /// @return the number by which it is found there
    public static String log(@Nullable Throwable failure) {
        var reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var at = cause.getStackTrace().length == 0 ? "-" : cause.getStackTrace()[0].toString();
            LOG.error("{} {} at {}", reference, cause.getClass().getName(), at);
        }
        return reference;
    }
}
