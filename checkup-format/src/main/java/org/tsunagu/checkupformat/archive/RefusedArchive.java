package org.tsunagu.checkupformat.archive;

/// Why an archive or a file in it is not read (受付不可); stays inside this package, where the reader turns it into a
/// problem.
final class RefusedArchive extends Exception {

    private static final long serialVersionUID = 1L;

    private final String check;
    private final transient String[] arguments;

    RefusedArchive(String check, String... arguments) {
        super(check);
        this.check = check;
        this.arguments = arguments.clone();
    }

    static RefusedArchive notZip(String reason) {
        return new RefusedArchive("ARCHIVE-NOT-ZIP", "reason", reason);
    }

    static RefusedArchive truncated(String reason) {
        return new RefusedArchive("ARCHIVE-TRUNCATED", "reason", reason);
    }

    static RefusedArchive overLimit(String check, long actual, long limit) {
        return new RefusedArchive(check, "actual", String.valueOf(actual), "expected", String.valueOf(limit));
    }

    String check() {
        return check;
    }

    String[] arguments() {
        return arguments.clone();
    }
}
