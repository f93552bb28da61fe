package org.tsunagu.app.ui;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Emergency;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Permission;
import org.tsunagu.codes.time.Era;
import org.tsunagu.codes.time.FiscalYear;

/// What every page has around its content (画面の枠): language, texts, dates, the person who is working, the token against
/// forged forms.
///
/// @param actor none before the log-in
/// @param insurers all that the person may work for
/// @param path address of this page, to come back to after changing the language
/// @param notice what has just been done, a key of the message files; empty for nothing
/// @param emergency the one person who may be seen although the role does not allow it
/// @param home first page: of the office, or of members
public record Frame(
        Language language,
        Optional<Actor> actor,
        List<Insurer> insurers,
        String path,
        String csrf,
        String assets,
        String notice,
        Optional<Emergency> emergency,
        String home) {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter ENGLISH_DATE =
            DateTimeFormatter.ofPattern("d MMM uuuu", java.util.Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /// A sentence with its named arguments, name and value in turn.
    public String text(String key, Object... arguments) {
        return Texts.in(language).text(key, arguments);
    }

    /// Whether there is a sentence.
    public boolean has(String key) {
        return Texts.in(language).has(key);
    }

    /// The language as HTML names it.
    public String lang() {
        return language.locale().getLanguage();
    }

    /// A day in the Japanese era, or in English the usual way.
    public String date(LocalDate day) {
        return language == Language.JAPANESE ? Era.format(day) : ENGLISH_DATE.format(day);
    }

    /// A day short, for tables.
    public String shortDate(LocalDate day) {
        return language == Language.JAPANESE ? Era.abbreviate(day) : ENGLISH_DATE.format(day);
    }

    /// A moment in Japan.
    public String time(OffsetDateTime moment) {
        var japanese = moment.atZoneSameInstant(JAPAN);
        return shortDate(japanese.toLocalDate()) + " " + TIME.format(japanese);
    }

    /// A fiscal year.
    public String year(int fiscalYear) {
        return year(language, fiscalYear);
    }

    /// A fiscal year in a language.
    public static String year(Language language, int fiscalYear) {
        return language == Language.JAPANESE
                ? Era.format(new FiscalYear(fiscalYear))
                : Texts.in(language).text("ui.fiscal_year", "year", fiscalYear);
    }

    /// A number with its separators.
    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /// Whether the person may do something.
    public boolean may(String permission) {
        return actor.isPresent() && actor.get().may(Permission.valueOf(permission));
    }

    /// Whether a menu entry is the page that is shown.
    public boolean isAt(String start) {
        return start.equals("/") ? path.equals("/") : path.startsWith(start);
    }
}
