package org.tsunagu.app.intake;

import java.util.ArrayList;
import java.util.List;
import org.tsunagu.codes.problem.Problem;

/// What would come of putting fields right (修正の見込み).
///
/// @param received the document with the changes, and everything wrong with it then
/// @param gone what would no longer be wrong
/// @param left what would still be wrong
/// @param fresh what would be wrong anew
public record RepairProposal(
        List<Change> changes, Received received, List<Problem> gone, List<Problem> left, List<Problem> fresh) {

    /// Whether the document would be taken.
    public boolean isTaken() {
        return !received.isRefused();
    }

    /// What only the whole file showed (a number of documents, a document that came twice) stays wrong: it was stored,
    /// but reading the document by itself does not find it.
    static RepairProposal of(List<Change> changes, List<Problem> stored, Received before, Received after) {
        var ofTheFile = without(stored, before.problems());
        var now = new ArrayList<>(ofTheFile);
        now.addAll(after.problems());
        var received = new Received(after.entry(), after.kind(), after.file(), now);
        var gone = without(stored, now);
        return new RepairProposal(changes, received, gone, without(stored, gone), without(now, stored));
    }

    /// One problem takes away one equal to it.
    private static List<Problem> without(List<Problem> problems, List<Problem> others) {
        var left = new ArrayList<>(problems);
        others.forEach(left::remove);
        return left;
    }
}
