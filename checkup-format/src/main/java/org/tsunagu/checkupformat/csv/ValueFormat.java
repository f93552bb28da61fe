package org.tsunagu.checkupformat.csv;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.codes.time.Era;

/// How the cells of a column are written (書式), column `format` of a map.
enum ValueFormat {
    /// Not said: dates may be in any of the forms.
    ANY,
    /// `2024-05-31`, also `2024/5/31`.
    ISO,
    /// `20240531`.
    COMPACT,
    /// `R06.05.31`, also `令和6年5月31日`.
    ERA,
    /// A number filled with zeros on the left, which do not belong to it.
    PADDED;

    private static final Pattern YEAR_MONTH_DAY = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");

    /// Reads the word of a map; the empty word is [#ANY].
    static Optional<ValueFormat> of(String word) {
        for (var format : values()) {
            if (word.equals(format == ANY ? "" : format.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /// The day a cell names, widths already normalised; empty when it is none.
    Optional<LocalDate> date(String text) {
        return switch (this) {
            case ISO -> gregorian(text);
            case COMPACT -> Dates.compact(text);
            case ERA -> era(text);
            case ANY, PADDED -> Dates.compact(text).or(() -> gregorian(text)).or(() -> era(text));
        };
    }

    private static Optional<LocalDate> gregorian(String text) {
        var parts = YEAR_MONTH_DAY.matcher(text);
        return parts.matches()
                ? Dates.of(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)))
                : Optional.empty();
    }

    private static Optional<LocalDate> era(String text) {
        return Era.parse(text.replace("明治", "M")
                .replace("大正", "T")
                .replace("昭和", "S")
                .replace("平成", "H")
                .replace("令和", "R")
                .replace("元年", "1年")
                .replace('年', '.')
                .replace('月', '.')
                .replace("日", ""));
    }
}
