package org.tsunagu.synthetic.defects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How well a checker found what was planted (検出の採点): recall, precision, and both by kind.
///
/// A planted defect counts as found when its check reports the entry, or, for a defect of the whole archive, anything
/// in the archive. A finding is wrong when nothing planted there explains it; what [Defect#also] names, and what is
/// expected of every archive, counts neither way. Archives are compared by file name, without folders.
///
/// @param kinds by id of the kind
/// @param missed planted, but not found
/// @param wrong found, but not planted
public record DefectScore(Map<String, Kind> kinds, List<Planted> missed, List<Finding> wrong) {
    /// Archives without the official schemas, which cannot be shipped, all lack their XSD folder.
    public static final Set<String> EXPECTED_EVERYWHERE = Set.of("CHK-ARC-009");

    /// Something a checker reported (指摘).
    public record Finding(String archive, String entry, String check) {}

    /// Results of one kind (種類別の成績).
    public record Kind(long planted, long found) {
        /// Share found.
        public double recall() {
            return planted == 0 ? 1 : (double) found / planted;
        }
    }

    /// Compares findings with what was planted.
    public static DefectScore of(List<Planted> planted, List<Finding> findings) {
        var reported = new HashSet<Finding>();
        findings.forEach(
                finding -> reported.add(new Finding(fileName(finding.archive()), finding.entry(), finding.check())));
        var anywhere = new HashSet<String>();
        reported.forEach(finding -> anywhere.add(finding.archive() + "/" + finding.check()));
        var kinds = new TreeMap<String, Kind>();
        var missed = new ArrayList<Planted>();
        var explained = new HashMap<String, Set<String>>();
        for (var one : planted) {
            var found = one.entry().isEmpty()
                    ? anywhere.contains(one.archive() + "/" + one.defect().check())
                    : reported.contains(
                            new Finding(one.archive(), one.entry(), one.defect().check()));
            kinds.merge(
                    one.defect().id(),
                    new Kind(1, found ? 1 : 0),
                    (a, b) -> new Kind(a.planted + b.planted, a.found + b.found));
            if (!found) {
                missed.add(one);
            }
            var checks = explained.computeIfAbsent(one.archive() + "|" + one.entry(), k -> new HashSet<>());
            checks.add(one.defect().check());
            checks.addAll(one.defect().also());
        }
        var wrong = reported.stream()
                .filter(finding -> !EXPECTED_EVERYWHERE.contains(finding.check()))
                .filter(finding -> !explains(explained, finding))
                .toList();
        return new DefectScore(kinds, List.copyOf(missed), wrong);
    }

    private static boolean explains(Map<String, Set<String>> explained, Finding finding) {
        return explained
                        .getOrDefault(finding.archive() + "|" + finding.entry(), Set.of())
                        .contains(finding.check())
                || explained.getOrDefault(finding.archive() + "|", Set.of()).contains(finding.check());
    }

    private static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /// Planted defects.
    public long planted() {
        return kinds.values().stream().mapToLong(Kind::planted).sum();
    }

    /// Share of the planted defects that were found.
    public double recall() {
        return planted() == 0 ? 1 : 1 - (double) missed.size() / planted();
    }

    /// Share of the findings that were planted.
    public double precision() {
        var right = planted() - missed.size();
        return right + wrong.size() == 0 ? 1 : (double) right / (right + wrong.size());
    }
}
