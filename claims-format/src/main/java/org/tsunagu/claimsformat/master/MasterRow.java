package org.tsunagu.claimsformat.master;

import java.time.YearMonth;
import java.util.Optional;
import org.tsunagu.codes.time.Dates;

/// One code in one edition (マスターの行), with the columns that Tsunagu reads.
///
/// @param edition where it stands
/// @param cells the kept columns, with tabs
public record MasterRow(Edition edition, String code, String cells) {

    /// A column; empty when it is empty or this master has none of the kind.
    public String text(Field field) {
        var index = Layout.of(edition.kind()).kept().indexOf(field);
        return index < 0 ? "" : EditionFile.cell(cells, index);
    }

    /// The name people read.
    public String name() {
        return text(Field.NAME);
    }

    /// The code that takes the place of this one (移行先); empty when there is none or it is the code
    /// itself.
    Optional<String> successor() {
        var successor = text(Field.SUCCESSOR);
        var isNone = successor.isEmpty() || successor.chars().allMatch(c -> c == '0');
        return isNone || successor.equals(code) ? Optional.empty() : Optional.of(successor);
    }

    /// Whether the code may still be used on some day of a month: its date of abolition (廃止年月日) is
    /// the last day.
    boolean isUsable(YearMonth month) {
        var abolished = Dates.compact(text(Field.ABOLISHED_ON));
        return abolished.isEmpty() || !abolished.get().isBefore(month.atDay(1));
    }
}
