package org.tsunagu.rules.legal;

import java.time.LocalDate;
import java.util.List;
import org.tsunagu.codes.table.Row;

/// Whether there is a provision to ask for information, before and after the change of the law
/// (情報の提供を求める根拠規定の有無). The cells are in `matrix.tsv`; what stands in them is asked of
/// [Grounds] at the two days.
public final class Matrix {

    private Matrix() {}

    /// What a cell says.
    public enum Mark {
        /// The party holds the data by its own task (本来的に保有).
        HELD,
        /// An act allows to ask (根拠規定あり).
        LAW,
        /// Nothing does (根拠規定なし).
        NONE
    }

    /// A cell.
    ///
    /// @param line which data, `party` whose column
    /// @param before on the last day of the old law, with its answer
    /// @param after on the first day of the new law
    public record Cell(Row row, String line, String party, Side before, Side after) {

        /// Whether the law has changed here.
        public boolean isChanged() {
            return before.mark != after.mark;
        }
    }

    /// One of the two days of a cell.
    public record Side(LocalDate day, Mark mark, Answer answer) {}

    /// All cells, line by line.
    public static List<Cell> cells(Grounds grounds) {
        return LegalTables.shipped().matrix().rows().stream()
                .map(row -> new Cell(
                        row,
                        row.text("line"),
                        row.text("party"),
                        side(grounds, row, LocalDate.parse(row.text("before"))),
                        side(grounds, row, LocalDate.parse(row.text("after")))))
                .toList();
    }

    private static Side side(Grounds grounds, Row row, LocalDate day) {
        var answer = grounds.ask(new Question(
                row.text("requester"), row.text("holder"), row.text("data_class"), "", row.integer("age"), day));
        var isHeld = row.text("held").equals("true");
        var found = answer.isLaw() ? Mark.LAW : Mark.NONE;
        return new Side(day, isHeld ? Mark.HELD : found, answer);
    }
}
