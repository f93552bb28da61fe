package org.tsunagu.cli.claims;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tsunagu.claimsformat.claim.AppliedCorrection;
import org.tsunagu.claimsformat.claim.Claim;
import org.tsunagu.claimsformat.claim.FileSummary;
import org.tsunagu.claimsformat.claim.Status;
import org.tsunagu.claimsformat.record.ClaimFile;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Severity;

/// The figures of a run (集計): claims by kind and month, what the review cut, findings, unknown records.
public final class ClaimsTally implements ClaimsListener {

    private static final int MOST_MISMATCHES = 50;
    private static final int MOST_REASONS = 1_000;

    private final Map<Kind, Map<YearMonth, Group>> groups = new EnumMap<>(Kind.class);
    private final Map<Status, Long> statuses = new EnumMap<>(Status.class);
    private final Map<Severity, Long> severities = new EnumMap<>(Severity.class);
    private final Map<String, Found> findings = new TreeMap<>();
    private final Map<String, Long> reasons = new TreeMap<>();
    private final Map<String, Long> unknownRecords = new TreeMap<>();
    private final List<Problem> mismatches = new ArrayList<>();
    private long files;
    private long claims;
    private long changed;

    /// Nothing yet.
    public ClaimsTally() {
        // The maps fill as claims come.
    }

    @Override
    public void claim(ClaimFile file, Claim claim) {
        claims++;
        statuses.merge(claim.status(), 1L, Long::sum);
        if (claim.status() == Status.COUNTED) {
            groups.computeIfAbsent(claim.kind(), kind -> new TreeMap<>())
                    .computeIfAbsent(claim.careMonth(), month -> new Group())
                    .add(claim);
        }
        if (claim.isCorrected()) {
            changed++;
            claim.corrections().forEach(correction -> reason(claim, correction));
        }
    }

    private void reason(Claim claim, AppliedCorrection correction) {
        var key = claim.institution().reviewBody() + correction.reason();
        if (reasons.size() < MOST_REASONS || reasons.containsKey(key)) {
            reasons.merge(key, 1L, Long::sum);
        }
    }

    @Override
    public void problem(Problem problem) {
        severities.merge(problem.severity(), 1L, Long::sum);
        findings.computeIfAbsent(problem.code(), code -> new Found(problem)).count++;
        var isMismatch =
                problem.code().startsWith("CLM-LINE-SUM") || problem.code().equals("CLM-KO-SUM");
        if (isMismatch && mismatches.size() < MOST_MISMATCHES) {
            mismatches.add(problem);
        }
    }

    @Override
    public void file(ClaimFile file, FileSummary summary) {
        files++;
        summary.unknownRecords().forEach((record, count) -> unknownRecords.merge(record, (long) count, Long::sum));
    }

    /// Files read.
    public long files() {
        return files;
    }

    /// Claims taken, those that do not count included.
    public long claims() {
        return claims;
    }

    /// Claims of a status.
    public long claims(Status status) {
        return statuses.getOrDefault(status, 0L);
    }

    /// Claims the review body changed.
    public long changed() {
        return changed;
    }

    /// Findings of a severity.
    public long findings(Severity severity) {
        return severities.getOrDefault(severity, 0L);
    }

    /// Whether something was refused or does not fit.
    public boolean hasErrors() {
        return severities.keySet().stream().anyMatch(severity -> severity != Severity.NOTES);
    }

    /// Points as claimed of the claims that count; without nursing, which is yen.
    public long pointsClaimed() {
        return points(false);
    }

    /// Points as decided.
    public long pointsDecided() {
        return points(true);
    }

    private long points(boolean isDecided) {
        return groups.entrySet().stream()
                .filter(kind -> kind.getKey() != Kind.NURSING)
                .flatMap(kind -> kind.getValue().values().stream())
                .mapToLong(group -> isDecided ? group.decided : group.claimed)
                .sum();
    }

    Map<Kind, Map<YearMonth, Group>> groups() {
        return groups;
    }

    Map<String, Found> findings() {
        return findings;
    }

    Map<String, Long> reasons() {
        return reasons;
    }

    Map<String, Long> unknownRecords() {
        return unknownRecords;
    }

    List<Problem> mismatches() {
        return mismatches;
    }

    /// Claims of one kind and month that count (集計の一行).
    static final class Group {
        long claims;
        long claimed;
        long decided;
        long costYen;

        private void add(Claim claim) {
            claims++;
            claimed += claim.amounts().pointsClaimed();
            decided += claim.amounts().pointsDecided();
            costYen += claim.amounts().costYen();
        }
    }

    /// How often a check found something, and its first finding (不備の種類).
    static final class Found {
        final Problem example;
        long count;

        Found(Problem example) {
            this.example = example;
        }
    }
}
