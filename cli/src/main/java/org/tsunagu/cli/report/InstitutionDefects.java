package org.tsunagu.cli.report;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tsunagu.cli.check.CheckedDocument.Status;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Severity;

/// What is wrong with the documents of one facility (機関別の不備).
final class InstitutionDefects {

    private final Map<Status, Long> statuses = new EnumMap<>(Status.class);
    private final Map<Severity, Long> severities = new EnumMap<>(Severity.class);
    private final Map<String, Kind> kinds = new HashMap<>();
    private String name = "";

    void document(Institution institution, Status status) {
        statuses.merge(status, 1L, Long::sum);
        // Of several spellings always the same one, whatever the order of the documents.
        name = Stream.of(name, institution.name())
                .filter(spelling -> !spelling.isEmpty())
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    /// Counts a problem; says whether this facility had none of its kind before.
    boolean problem(Problem problem) {
        severities.merge(problem.severity(), 1L, Long::sum);
        var kind = kinds.computeIfAbsent(problem.code(), code -> new Kind(problem));
        kind.add(problem, false);
        return kind.count() == 1;
    }

    String name() {
        return name;
    }

    long documents() {
        return statuses.values().stream().mapToLong(Long::longValue).sum();
    }

    long documents(Status status) {
        return statuses.getOrDefault(status, 0L);
    }

    long problems(Severity severity) {
        return severities.getOrDefault(severity, 0L);
    }

    boolean hasProblems() {
        return !kinds.isEmpty();
    }

    /// Its most frequent kinds.
    List<Kind> commonest(int most) {
        return kinds.values().stream().sorted(Kind.COMMONEST_FIRST).limit(most).toList();
    }

    /// The worst first.
    static final Comparator<InstitutionDefects> WORST_FIRST = Comparator.comparingLong(
                    (InstitutionDefects one) -> one.documents(Status.REJECTED))
            .thenComparingLong(one -> one.problems(Severity.REFUSES_DOCUMENT))
            .thenComparingLong(one -> one.problems(Severity.NOTES))
            .reversed();
}
