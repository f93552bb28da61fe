package org.tsunagu.codes.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.temporal.ChronoField;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Dates in the Japanese era (和暦): read strictly, written with 元 for the first year.
public final class Era {

    private static final Pattern SHORT = Pattern.compile("([MTSHR])(\\d{1,2})[./-](\\d{1,2})[./-](\\d{1,2})");
    private static final Map<String, JapaneseEra> LETTERS = Map.of(
            "M", JapaneseEra.MEIJI,
            "T", JapaneseEra.TAISHO,
            "S", JapaneseEra.SHOWA,
            "H", JapaneseEra.HEISEI,
            "R", JapaneseEra.REIWA);
    private static final Map<JapaneseEra, String> NAMES = Map.of(
            JapaneseEra.MEIJI, "明治",
            JapaneseEra.TAISHO, "大正",
            JapaneseEra.SHOWA, "昭和",
            JapaneseEra.HEISEI, "平成",
            JapaneseEra.REIWA, "令和");

    private Era() {}

    /// Reads `S63.12.31`, `H10/05/14` or `R06-03-18`; empty for a day outside the era or the calendar.
    public static Optional<LocalDate> parse(String text) {
        var matcher = SHORT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.from(JapaneseDate.of(
                    LETTERS.get(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)),
                    Integer.parseInt(matcher.group(4)))));
        } catch (DateTimeException notADayOfThisEra) {
            return Optional.empty();
        }
    }

    /// Writes `R6.3.18`, as Latin text does.
    public static String abbreviate(LocalDate date) {
        var japanese = JapaneseDate.from(date);
        var letter = LETTERS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(japanese.getEra()))
                .findFirst()
                .orElseThrow()
                .getKey();
        return "%s%d.%d.%d"
                .formatted(letter, japanese.get(ChronoField.YEAR_OF_ERA), date.getMonthValue(), date.getDayOfMonth());
    }

    /// Writes `令和6年度`. A fiscal year in which the era changed bears the name of the new one (令和元年度).
    public static String format(FiscalYear year) {
        var name = format(year.firstDay().plusMonths(8));
        return name.substring(0, name.indexOf('年')) + "年度";
    }

    /// Writes `令和6年3月18日`, the first year of an era as `令和元年`.
    public static String format(LocalDate date) {
        var japanese = JapaneseDate.from(date);
        var year = japanese.get(ChronoField.YEAR_OF_ERA);
        return "%s%s年%d月%d日"
                .formatted(
                        NAMES.get(japanese.getEra()),
                        year == 1 ? "元" : String.valueOf(year),
                        date.getMonthValue(),
                        date.getDayOfMonth());
    }
}
