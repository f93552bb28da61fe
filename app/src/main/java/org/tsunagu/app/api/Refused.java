package org.tsunagu.app.api;

import java.io.Serial;

/// A request that is not carried out (受け付けられない要求).
public final class Refused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String field;
    private final String reference;

    private Refused(Problem problem, String field, String reference) {
        super(problem.code());
        this.problem = problem;
        this.field = field;
        this.reference = reference;
    }

    /// For a reason that concerns the request as a whole.
    public static Refused of(Problem problem) {
        return new Refused(problem, "", "");
    }

    /// For a value that cannot be taken.
    ///
    /// @param field name of the parameter, header or property
    public static Refused field(String field) {
        return new Refused(Problem.INVALID, field, "");
    }

    /// For a reason that stands in the log.
    static Refused logged(String reference) {
        return new Refused(Problem.UNEXPECTED, "", reference);
    }

    Problem problem() {
        return problem;
    }

    String field() {
        return field;
    }

    String reference() {
        return reference;
    }
}
