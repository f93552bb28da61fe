package org.tsunagu.cli.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.cli.check.CheckedDocument.Status;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Severity;
import org.tsunagu.rules.Judgement;
import org.tsunagu.rules.metabolic.MetabolicCode;
import org.tsunagu.rules.stratification.Level;

/// The figures of a run (集計).
public final class Tally {

    private final Map<Status, Long> statuses = new EnumMap<>(Status.class);
    private final Map<Severity, Long> severities = new EnumMap<>(Severity.class);
    private final Map<Level, Long> levels = new EnumMap<>(Level.class);
    private final Map<MetabolicCode, Long> metabolic = new EnumMap<>(MetabolicCode.class);
    private long documents;
    private long readable;

    void document(CheckedDocument document) {
        documents++;
        statuses.merge(document.status(), 1L, Long::sum);
        document.judgement().ifPresent(this::judgement);
    }

    private void judgement(Judgement judgement) {
        var level = judgement.level().value();
        levels.merge(level, 1L, Long::sum);
        metabolic.merge(judgement.metabolic().value(), 1L, Long::sum);
    }

    void problems(List<Problem> problems) {
        for (var problem : problems) {
            severities.merge(problem.severity(), 1L, Long::sum);
        }
    }

    void readable() {
        readable++;
    }

    /// Documents read or tried.
    public long documents() {
        return documents;
    }

    /// Documents of a status.
    public long documents(Status status) {
        return statuses.getOrDefault(status, 0L);
    }

    /// Findings of a severity.
    public long findings(Severity severity) {
        return severities.getOrDefault(severity, 0L);
    }

    /// People of a guidance level.
    public long people(Level level) {
        return levels.getOrDefault(level, 0L);
    }

    /// People of a metabolic judgement, within the ages of the programme.
    public long people(MetabolicCode code) {
        return metabolic.getOrDefault(code, 0L);
    }

    /// Whether nothing at all could be read.
    public boolean isNothingReadable() {
        return readable == 0;
    }

    /// Whether something was found that refuses a file or a document.
    public boolean hasErrors() {
        return findings(Severity.REFUSES_FILE) + findings(Severity.REFUSES_DOCUMENT) > 0;
    }
}
