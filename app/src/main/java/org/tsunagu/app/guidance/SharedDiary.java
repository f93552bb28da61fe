package org.tsunagu.app.guidance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tsunagu.codes.table.Row;

/// What a member writes down day by day, for whoever guides (本人の記録の共有). Whoever keeps the diary decides whether the member
/// shares it, and writes the look into the ledger.
public interface SharedDiary {

    /// A line of the diary.
    ///
    /// @param kind with its name and unit in both languages
    record Line(LocalDate day, Row kind, BigDecimal value) {

        /// What it is, with its value, in a language.
        public String text(Locale locale) {
            var suffix = locale.getLanguage().equals("ja") ? "ja" : "en";
            return "%s %s %s"
                    .formatted(kind.text("name_" + suffix), value.toPlainString(), kind.text("unit_" + suffix));
        }
    }

    /// The last lines, the latest first; empty when the member does not share them.
    ///
    /// @param place where they are shown, for the ledger
    Optional<List<Line>> of(long member, String place);
}
