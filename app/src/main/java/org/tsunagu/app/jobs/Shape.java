package org.tsunagu.app.jobs;

/// A failure without its messages (メッセージを除いた例外): they may quote personal data, which no log may hold.
final class Shape extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Shape(Throwable failure) {
        super(failure.getClass().getName(), failure.getCause() == null ? null : of(failure.getCause()));
        setStackTrace(failure.getStackTrace());
    }

    static Shape of(Throwable failure) {
        return new Shape(failure);
    }
}
