package org.tsunagu.cli.convert;

import java.util.EnumMap;
import java.util.Map;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Severity;

/// What a conversion came to (変換の件数).
public final class ConvertTally {

    private final Map<Severity, Long> findings = new EnumMap<>(Severity.class);
    private long converted;
    private long refused;
    private long other;

    void converted() {
        converted++;
    }

    void refused() {
        refused++;
    }

    void other() {
        other++;
    }

    void problem(Problem problem) {
        findings.merge(problem.severity(), 1L, Long::sum);
    }

    /// Documents that were converted.
    public long convertedDocuments() {
        return converted;
    }

    /// Documents that could not be.
    public long refusedDocuments() {
        return refused;
    }

    /// Files that hold no checkup results.
    public long otherFiles() {
        return other;
    }

    /// How many findings of a severity there were.
    public long findings(Severity severity) {
        return findings.getOrDefault(severity, 0L);
    }
}
