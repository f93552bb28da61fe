package org.tsunagu.app.worklists;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A workbook that came back, with what it would change (差分).
///
/// @param counts lines by verdict: `CHANGE`, `CONFLICT`, `ERROR`, `TAKEN`
/// @param same lines that nobody edited
public record Upload(long id, String name, String state, int same, Map<String, Integer> counts, List<Line> lines) {

    /// How many lines have a verdict.
    public int count(String verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    /// A line of it.
    ///
    /// @param number as Excel counts
    /// @param memberId 0 when there is no member
    /// @param problem key of the sentence that says what is wrong; empty for nothing
    /// @param cell what could not be read
    public record Line(
            int number,
            String verdict,
            long memberId,
            String name,
            String problem,
            String cell,
            Optional<LocalDate> dueBefore,
            Optional<LocalDate> due,
            String ownerBefore,
            String owner,
            String stateBefore,
            String state,
            String noteBefore,
            String note) {}
}
