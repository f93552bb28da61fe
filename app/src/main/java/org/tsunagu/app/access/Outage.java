package org.tsunagu.app.access;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells failures of the machine from failures of the program (障害の見分け): the database is away, or a disk is full.
public final class Outage {

    /// Connection, resources, shut-down, the system below (PostgreSQL, appendix A).
    private static final List<String> CLASSES = List.of("08", "53", "57P", "58");
    /// PostgreSQL says it has no more space.
    private static final String DISK_FULL = "53100";

    private Outage() {}

    /// Whether a failure comes from a database that is away or has no more space: the same work may succeed later.
    public static boolean isCauseOf(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || (cause instanceof SQLException sql && isOutage(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(@Nullable String state) {
        return state != null && CLASSES.stream().anyMatch(state::startsWith);
    }

    /// Whether a failure comes from a full disk, be it of the files or of the database.
    public static boolean isDiskFull(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if ((cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState()))
                    || (cause instanceof IOException io && isNoSpace(io))) {
                return true;
            }
        }
        return false;
    }

    /// Java has no type for it: the words are those of the system.
    private static boolean isNoSpace(IOException failure) {
        var said = failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
        return said != null && (said.contains("No space left on device") || said.contains("Disk quota exceeded"));
    }
}
