package org.tsunagu.claimsformat.master;

import java.util.function.Consumer;
import org.tsunagu.codes.problem.Checks;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.codes.table.Table;

/// What can be wrong with master files (マスターの点検項目), `checks.tsv`.
final class MasterChecks {

    private static final Checks CHECKS =
            Checks.of(Table.read("master/checks", MasterChecks.class.getResourceAsStream("checks.tsv")));

    private MasterChecks() {}

    /// Reports to a sink.
    static Reporter reporter(Consumer<Problem> sink) {
        return new Reporter(CHECKS, sink);
    }
}
