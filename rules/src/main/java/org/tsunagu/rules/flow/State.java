package org.tsunagu.rules.flow;

import java.util.Locale;
import org.tsunagu.codes.table.Row;

/// A state something can be in (状態), as its row says.
///
/// @param key the key of the row
/// @param isOpen whether anything can still happen
public record State(String key, boolean isOpen, Row row) {

    static State of(Row row) {
        return new State(row.key(), row.text("open").equals("true"), row);
    }

    /// Its name, Japanese for `ja`, English for every other language.
    public String name(Locale locale) {
        return row.text(locale.getLanguage().equals("ja") ? "name_ja" : "name_en");
    }

    /// Who has to act (担当): `insurer` or `provider`.
    public String owner() {
        return row.text("owner");
    }
}
