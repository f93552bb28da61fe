package org.tsunagu.app.portal;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// What can be written down day by day (記録の種類), by `diary-kinds.tsv`: with the values that are possible at all.
///
/// @param row as it stands in the table
public record DiaryKind(Row row) {

    private static final Table TABLE =
            Table.read("portal/diary-kinds", DiaryKind.class.getResourceAsStream("diary-kinds.tsv"));
    /// The order in which people read them.
    private static final List<String> ORDER = List.of("weight", "waist", "sbp", "dbp", "steps");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,3})?");

    /// All kinds on a day.
    public static List<DiaryKind> on(LocalDate day) {
        var rows = TABLE.on(day);
        return ORDER.stream()
                .flatMap(key -> rows.stream().filter(row -> row.key().equals(key)))
                .map(DiaryKind::new)
                .toList();
    }

    /// A kind by its key, also one that is no longer written down.
    static DiaryKind of(String key) {
        return TABLE.rows().stream()
                .filter(row -> row.key().equals(key))
                .map(DiaryKind::new)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("portal/diary-kinds: no " + key));
    }

    /// Its key.
    public String key() {
        return row.key();
    }

    /// Its name in a language.
    public String name(Locale locale) {
        return row.text("name_" + suffix(locale));
    }

    /// Its unit in a language.
    public String unit(Locale locale) {
        return row.text("unit_" + suffix(locale));
    }

    private static String suffix(Locale locale) {
        return locale.getLanguage().equals("ja") ? "ja" : "en";
    }

    /// The smallest possible value.
    public BigDecimal min() {
        return row.decimal("min").orElseThrow();
    }

    /// The largest possible value.
    public BigDecimal max() {
        return row.decimal("max").orElseThrow();
    }

    /// The value that somebody has typed, wide digits as well; empty for what cannot be one.
    public Optional<BigDecimal> read(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        return Optional.of(plain)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(BigDecimal::new)
                .filter(value -> value.scale() <= row.integer("decimals")
                        && value.compareTo(min()) >= 0
                        && value.compareTo(max()) <= 0);
    }
}
