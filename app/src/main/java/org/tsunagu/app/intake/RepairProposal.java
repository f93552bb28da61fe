package org.tsunagu.app.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tsunagu.codes.problem.Problem;

/// What would come of putting fields right (修正の見込み).
///
/// @param received the document with the changes, and everything wrong with it then
/// @param matches whose it would be
/// @param gone what would no longer be wrong
/// @param left what would still be wrong
/// @param fresh what would be wrong anew
public record RepairProposal(
        List<Change> changes,
        Received received,
        Map<String, NumberMatching.Match> matches,
        List<Problem> gone,
        List<Problem> left,
        List<Problem> fresh) {

    /// Whether the document would be taken.
    public boolean isTaken() {
        return !received.isRefused();
    }

    /// What only the whole file showed (a number of documents, a document that came twice) stays wrong: it was stored,
    /// but reading the document by itself does not find it. What the matching found it finds again, or not.
    ///
    /// @param matching finds the member, and may find the document wrong for it
    static RepairProposal of(
            List<Change> changes,
            List<Problem> stored,
            Received before,
            Received after,
            Function<Received, Map<String, NumberMatching.Match>> matching) {
        var ofTheFile = without(stored, before.problems()).stream()
                .filter(problem -> !problem.code().equals(NumberMatching.NOT_INSURED))
                .toList();
        var now = new ArrayList<>(ofTheFile);
        now.addAll(after.problems());
        var received = new Received(after.entry(), after.kind(), after.file(), now);
        var matches = matching.apply(received);
        var gone = without(stored, now);
        return new RepairProposal(changes, received, matches, gone, without(stored, gone), without(now, stored));
    }

    /// One problem takes away one of the same check at the same place, however it is worded.
    private static List<Problem> without(List<Problem> problems, List<Problem> others) {
        var taken = new ArrayList<>(others.stream().map(RepairProposal::key).toList());
        return problems.stream().filter(problem -> !taken.remove(key(problem))).toList();
    }

    private static List<Object> key(Problem problem) {
        var place = problem.place();
        return List.of(problem.code(), place.item(), place.line(), place.column());
    }
}
