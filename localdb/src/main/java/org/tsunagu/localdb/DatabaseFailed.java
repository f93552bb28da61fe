package org.tsunagu.localdb;

/// The embedded server cannot be used (データベースを使えない): what was tried and what it said.
public final class DatabaseFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseFailed(String message) {
        super(message);
    }

    DatabaseFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
