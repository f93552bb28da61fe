package org.tsunagu.claimsformat.allocation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.time.Dates;

/// The age bands of the cost tables (年齢階層), `age-bands.tsv`: ten years each and 70 to 74, in the
/// blocks in which they are printed. What is older or unknown has bands of its own, so that nothing is
/// lost.
public final class AgeBands {

    private final List<Band> bands;

    /// Reads the table.
    public AgeBands(List<Correction> corrections) {
        this.bands = Table.read("allocation/age-bands", AgeBands.class.getResourceAsStream("age-bands.tsv"))
                .with(corrections)
                .rows()
                .stream()
                .map(Band::of)
                .toList();
    }

    /// One band (年齢階層).
    ///
    /// @param block in which it is printed, from 1
    public record Band(String row, int block, int from, int to, String nameJa, String nameEn) {

        static Band of(Row row) {
            return new Band(
                    row.key(),
                    row.integer("block"),
                    row.integer("from_age"),
                    row.integer("to_age"),
                    row.text("name_ja"),
                    row.text("name_en"));
        }

        /// The name in a language: English for `en`, Japanese for every other.
        public String name(Locale language) {
            return language.getLanguage().equals("en") ? nameEn : nameJa;
        }
    }

    /// All bands, the youngest first, the unknown one last.
    public List<Band> all() {
        return bands;
    }

    /// The number of the band, from 0, by the age at the end of the care month.
    public int of(Optional<LocalDate> birth, YearMonth careMonth) {
        var end = careMonth.atEndOfMonth();
        int age = birth.filter(day -> !day.isAfter(end))
                .map(day -> Dates.age(day, end))
                .orElse(-1);
        for (var i = 0; i < bands.size(); i++) {
            if (age >= bands.get(i).from() && age <= bands.get(i).to()) {
                return i;
            }
        }
        return bands.size() - 1;
    }
}
