package org.tsunagu.app.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// What members can ask support for (相談の内容), `support-topics.tsv`.
public final class SupportTopics {

    private static final Table TABLE =
            Table.read("portal/support-topics", SupportTopics.class.getResourceAsStream("support-topics.tsv"));

    private SupportTopics() {}

    /// Those to choose from on a day.
    public static List<Row> on(LocalDate day) {
        return TABLE.on(day);
    }

    /// The name of one, also of one that is no longer offered; its key when there is none.
    public static String name(String key, Locale locale) {
        return TABLE.rows().stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .map(row -> row.text(locale.getLanguage().equals("ja") ? "name_ja" : "name_en"))
                .orElse(key);
    }
}
