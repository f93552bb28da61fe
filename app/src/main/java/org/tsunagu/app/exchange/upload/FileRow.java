package org.tsunagu.app.exchange.upload;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.problem.Problem;

/// A person of a file and what will become of it (ファイルの1人分).
///
/// @param entry as reception names it: `row` and the line of a CSV, or the path of a document
/// @param line of a CSV; 0 for other files
/// @param memberId 0 unless the person works for the employer
/// @param results values by item code
/// @param conflict what was said before about the same checkup, when it was something else
public record FileRow(
        String entry,
        int line,
        Status status,
        long memberId,
        Optional<LocalDate> examDate,
        Map<String, String> results,
        List<Problem> problems,
        Optional<Conflict> conflict) {

    /// What will become of it (取扱い).
    public enum Status {
        /// It can be handed over (送れます).
        READY,
        /// It has been handed over (送付済み).
        SENT,
        /// Something must be confirmed first.
        REPAIR,
        /// Something is wrong with it.
        FINDING,
        /// The document names another insurer.
        OTHER_INSURER,
        /// Nobody who works for this employer.
        NOT_STAFF,
        /// A checkup of another fiscal year.
        OTHER_YEAR,
        /// Not among those asked for.
        NOT_ASKED,
        /// The same as what is there already.
        SAME,
        /// Something else was said about the same checkup: somebody must choose.
        CONFLICT,
        /// Another employer has said something else about the same checkup: the insurer finds out.
        AT_INSURER,
        /// The other one was chosen.
        LEFT_OUT;

        /// Whether somebody has to do something about it.
        public boolean isOpen() {
            return this == REPAIR || this == FINDING || this == CONFLICT;
        }
    }

    /// Two results of one checkup side by side (食い違い).
    ///
    /// @param other where the other one stands: an entry of this file, or the name of the other file
    /// @param differences of those items that differ, what either says
    public record Conflict(String other, List<Difference> differences) {}

    /// An item that differs.
    ///
    /// @param here and `there`: empty for none
    public record Difference(String item, String here, String there) {}

    FileRow as(Status other) {
        return new FileRow(entry, line, other, memberId, examDate, results, problems, conflict);
    }

    FileRow in(Conflict found) {
        return new FileRow(entry, line, Status.CONFLICT, memberId, examDate, results, problems, Optional.of(found));
    }
}
