package org.tsunagu.codes.problem;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Turns a failed check into a [Problem] (不備の報告) with the severity of the catalogue and hands it on.
public final class Reporter {

    private final Checks checks;
    private final Consumer<Problem> sink;

    /// Reports to a sink.
    public Reporter(Checks checks, Consumer<Problem> sink) {
        this.checks = checks;
        this.sink = sink;
    }

    /// Reports a failed check.
    ///
    /// @param arguments names and values of the placeholders in turn, `"actual", "20240231"`: codes, counts and
    /// amounts, never names or insured numbers
    /// @throws IllegalArgumentException if the catalogue has no such check or a name has no value
    public void report(String check, Place place, String... arguments) {
        sink.accept(new Problem(check, checks.severity(check), place, pairs(arguments)));
    }

    private static Map<String, String> pairs(String... arguments) {
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException("argument without a value: " + arguments[arguments.length - 1]);
        }
        var pairs = new HashMap<String, String>();
        for (var i = 0; i < arguments.length; i += 2) {
            pairs.put(arguments[i], arguments[i + 1]);
        }
        return pairs;
    }
}
