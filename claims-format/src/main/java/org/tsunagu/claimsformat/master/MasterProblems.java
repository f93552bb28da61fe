package org.tsunagu.claimsformat.master;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Severity;
import org.tsunagu.codes.table.Table;

/// Turns what is wrong with master files into a [Problem] (マスターの不備) with the severity of
/// `checks.tsv`.
final class MasterProblems {

    private static final Map<String, Severity> SEVERITIES = severities();

    private final Consumer<Problem> sink;

    MasterProblems(Consumer<Problem> sink) {
        this.sink = sink;
    }

    private static Map<String, Severity> severities() {
        var severities = new HashMap<String, Severity>();
        for (var row : Table.read("master/checks", MasterProblems.class.getResourceAsStream("checks.tsv"))
                .rows()) {
            severities.put(row.key(), Severity.of(row.text("severity")));
        }
        return Map.copyOf(severities);
    }

    /// Reports a failed check.
    ///
    /// @param arguments names and values of the placeholders in turn
    /// @throws IllegalArgumentException if the catalogue has no such check
    void report(String check, Place place, String... arguments) {
        var severity = SEVERITIES.get(check);
        if (severity == null) {
            throw new IllegalArgumentException("no check %s in checks.tsv".formatted(check));
        }
        var named = new HashMap<String, String>();
        for (var i = 0; i + 1 < arguments.length; i += 2) {
            named.put(arguments[i], arguments[i + 1]);
        }
        sink.accept(new Problem(check, severity, place, Map.copyOf(named)));
    }
}
