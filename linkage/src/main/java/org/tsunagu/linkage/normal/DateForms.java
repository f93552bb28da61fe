package org.tsunagu.linkage.normal;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.chrono.JapaneseChronology;
import java.time.chrono.JapaneseEra;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tsunagu.codes.time.Dates;

/// Dates in the ways registers write them (日付の表記), as eight digits for comparing: year first with or without signs,
/// day or month first, Japanese eras by letter, name or code.
public final class DateForms {

    private static final Pattern EIGHT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/.年 ]\\s*(\\d{1,2})[-/.月 ]\\s*(\\d{1,2})日?(?:[T ].*)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})");
    private static final Pattern ERA =
            Pattern.compile("(明治|大正|昭和|平成|令和|[mtshr])\\s*(\\d{1,2}|元)[-/.年]?\\s*(\\d{1,2})[-/.月]?\\s*(\\d{1,2})日?");
    private static final Pattern ERA_CODE = Pattern.compile("([1-5])(\\d{2})(\\d{2})(\\d{2})");

    private static final Map<String, JapaneseEra> ERAS = Map.ofEntries(
            Map.entry("明治", JapaneseEra.MEIJI),
            Map.entry("m", JapaneseEra.MEIJI),
            Map.entry("1", JapaneseEra.MEIJI),
            Map.entry("大正", JapaneseEra.TAISHO),
            Map.entry("t", JapaneseEra.TAISHO),
            Map.entry("2", JapaneseEra.TAISHO),
            Map.entry("昭和", JapaneseEra.SHOWA),
            Map.entry("s", JapaneseEra.SHOWA),
            Map.entry("3", JapaneseEra.SHOWA),
            Map.entry("平成", JapaneseEra.HEISEI),
            Map.entry("h", JapaneseEra.HEISEI),
            Map.entry("4", JapaneseEra.HEISEI),
            Map.entry("令和", JapaneseEra.REIWA),
            Map.entry("r", JapaneseEra.REIWA),
            Map.entry("5", JapaneseEra.REIWA));

    private final boolean isDayFirst;

    private DateForms(boolean isDayFirst) {
        this.isDayFirst = isDayFirst;
    }

    /// The forms of a column: with the year last, the day comes first when any first part is over 12.
    public static DateForms of(List<String> column) {
        return new DateForms(column.stream()
                .map(text -> YEAR_LAST.matcher(plain(text)))
                .anyMatch(date -> date.matches() && Integer.parseInt(date.group(1)) > 12));
    }

    /// Eight digits; of a date that is no day of the calendar too, when it has eight digits. Empty for anything else.
    public String key(String text) {
        var plain = plain(text);
        if (EIGHT.matcher(plain).matches()) {
            return plain;
        }
        return find(plain).map(Dates::compact).orElse("");
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    private Optional<LocalDate> find(String plain) {
        var yearFirst = YEAR_FIRST.matcher(plain);
        if (yearFirst.matches()) {
            return date(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3));
        }
        var yearLast = YEAR_LAST.matcher(plain);
        if (yearLast.matches()) {
            return isDayFirst
                    ? date(number(yearLast, 3), number(yearLast, 2), number(yearLast, 1))
                    : date(number(yearLast, 3), number(yearLast, 1), number(yearLast, 2));
        }
        var era = ERA.matcher(plain).matches() ? ERA.matcher(plain) : ERA_CODE.matcher(plain);
        return era.matches()
                ? date(yearBefore(era.group(1)) + number(era, 2), number(era, 3), number(era, 4))
                : Optional.empty();
    }

    /// The year before the first of an era.
    private static int yearBefore(String era) {
        return JapaneseChronology.INSTANCE.prolepticYear(ERAS.getOrDefault(era, JapaneseEra.REIWA), 1) - 1;
    }

    private static int number(Matcher matcher, int group) {
        var text = matcher.group(group);
        return text.equals("元") ? 1 : Integer.parseInt(text);
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        return Dates.of(year, month, day);
    }
}
