package org.tsunagu.app.settlement;

import java.time.LocalDate;
import java.util.List;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// What a price is for (単価の区分): basic, detailed and additional items of a checkup, a human dock, a course of guidance.
public enum Part {
    BASIC,
    DETAILED,
    ADDITIONAL,
    DOCK,
    GUIDANCE;

    private static final Table PRICED =
            Table.read("settlement/contract-parts", Part.class.getResourceAsStream("contract-parts.tsv"));

    /// A price that a contract may have beside those of additional items (契約の単価).
    ///
    /// @param key names it in forms
    /// @param item 別表8 of a detailed item, 別表12 of guidance; else empty
    public record Priced(String key, Service service, Part part, String item) {

        private static Priced of(Row row) {
            return new Priced(
                    row.key(), Service.valueOf(row.text("service")), Part.valueOf(row.text("part")), row.text("item"));
        }
    }

    /// Which prices a contract may have that begins on a day.
    public static List<Priced> priced(LocalDate day) {
        return PRICED.on(day).stream().map(Priced::of).toList();
    }
}
