package org.tsunagu.cli.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.cli.check.CheckedDocument;
import org.tsunagu.codes.problem.Problem;

/// Counts what is wrong by facility and by kind (不備の集計). Facilities beyond a limit are counted together, kinds are as
/// many as there are checks.
final class Defects {

    private static final int MOST_INSTITUTIONS = 1000;

    private final Map<String, InstitutionDefects> institutions = new HashMap<>();
    private final InstitutionDefects others = new InstitutionDefects();
    private final InstitutionDefects files = new InstitutionDefects();
    private final Map<String, Kind> kinds = new HashMap<>();
    private long problems;

    void add(CheckedDocument document) {
        var institution = Institution.of(document.header());
        var defects = find(institution.number());
        defects.document(institution, document.status());
        document.problems().forEach(problem -> add(problem, defects));
    }

    /// A problem of an archive or of its index: no facility is to blame for it yet.
    void addFileProblem(Problem problem) {
        add(problem, files);
    }

    private void add(Problem problem, InstitutionDefects defects) {
        problems++;
        var isNew = defects.problem(problem) && defects != files && defects != others;
        kinds.computeIfAbsent(problem.code(), code -> new Kind(problem)).add(problem, isNew);
    }

    private InstitutionDefects find(String number) {
        var found = institutions.get(number);
        if (found != null || institutions.size() >= MOST_INSTITUTIONS) {
            return found == null ? others : found;
        }
        var created = new InstitutionDefects();
        institutions.put(number, created);
        return created;
    }

    /// Facilities with any problem, the worst first.
    List<Map.Entry<String, InstitutionDefects>> institutions() {
        return institutions.entrySet().stream()
                .filter(entry -> entry.getValue().hasProblems())
                .sorted(Map.Entry.<String, InstitutionDefects>comparingByValue(InstitutionDefects.WORST_FIRST)
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    /// Kinds of problems: what refuses before what is only noted, the most frequent first.
    List<Kind> kinds() {
        return kinds.values().stream()
                .sorted(Comparator.comparing((Kind kind) -> kind.example().severity())
                        .thenComparing(Kind.COMMONEST_FIRST))
                .toList();
    }

    /// All facilities beyond the limit.
    InstitutionDefects others() {
        return others;
    }

    /// Problems that no document carries.
    InstitutionDefects files() {
        return files;
    }

    long problems() {
        return problems;
    }

    int institutionCount() {
        return institutions.size();
    }
}
