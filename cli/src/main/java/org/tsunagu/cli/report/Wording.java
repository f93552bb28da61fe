package org.tsunagu.cli.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.charts.Numbers;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.codes.item.GuidanceItems;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.ProblemTexts;
import org.tsunagu.codes.text.Messages;
import org.tsunagu.codes.time.Era;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.ReasonTexts;

/// How the report speaks in one language (文言): its own sentences, those of the rules and of the checks, dates and
/// numbers.
final class Wording {

    private final String language;
    private final Messages messages;
    private final ReasonTexts reasons;
    private final ProblemTexts problems;

    private Wording(String language, String file, Locale locale) {
        this.language = language;
        this.messages = Messages.read(file, Wording.class.getResourceAsStream(file));
        this.reasons = ReasonTexts.in(locale);
        this.problems = CheckupCatalogue.texts(locale);
    }

    static Wording in(Locale locale) {
        return locale.getLanguage().equals("ja")
                ? new Wording("ja", "/messages/report.properties", Locale.JAPANESE)
                : new Wording("en", "/messages/report_en.properties", Locale.ENGLISH);
    }

    String language() {
        return language;
    }

    ReasonTexts reasons() {
        return reasons;
    }

    /// A sentence.
    ///
    /// @param arguments names and values of the placeholders in turn
    String text(String key, String... arguments) {
        if (arguments.length == 0) {
            return messages.text(key);
        }
        Map<String, String> pairs = new HashMap<>();
        for (var i = 0; i < arguments.length; i += 2) {
            pairs.put(arguments[i], arguments[i + 1]);
        }
        return messages.text(key, pairs);
    }

    /// A sentence with one number in it.
    String count(String key, long count) {
        return text(key, "count", Numbers.count(count));
    }

    /// A number, with a word when there may be more.
    String count(Distinct distinct) {
        return count(distinct.isFull() ? "number.more" : "number", distinct.count());
    }

    /// Western and Japanese era.
    String date(LocalDate day) {
        return text("date", "iso", day.toString(), "era", Era.format(day), "short", Era.abbreviate(day));
    }

    /// The day in the Japanese era alone.
    String era(LocalDate day) {
        return text("era", "era", Era.format(day), "short", Era.abbreviate(day));
    }

    String month(YearMonth month) {
        var day = month.atDay(1);
        return text(
                "month", "iso", month.toString(), "era", withoutDay(Era.format(day), "月"), "short", shortMonth(day));
    }

    private static String withoutDay(String era, String end) {
        return era.substring(0, era.indexOf(end) + end.length());
    }

    private static String shortMonth(LocalDate day) {
        var era = Era.abbreviate(day);
        return era.substring(0, era.lastIndexOf('.'));
    }

    String year(FiscalYear year) {
        return text(
                "fiscalYear",
                "year",
                Integer.toString(year.year()),
                "era",
                Era.format(year),
                "from",
                year.firstDay().toString(),
                "to",
                year.lastDay().toString());
    }

    String yearShort(FiscalYear year) {
        return text("fiscalYear.short", "year", Integer.toString(year.year()));
    }

    /// The heading of all people of one sex.
    String sex(Optional<Sex> sex) {
        return sex.map(known -> text("sex." + known)).orElse(Numbers.NOTHING);
    }

    /// The sex of one person.
    String person(Optional<Sex> sex) {
        return sex.map(known -> text("person." + known)).orElse(Numbers.NOTHING);
    }

    /// What is wrong, with the name of the item in place of its code.
    String problem(Problem problem) {
        var sentence = problems.text(problem);
        var code = problem.place().item();
        return name(code).map(name -> sentence.replace(code, name)).orElse(sentence);
    }

    /// The name of a checkup or guidance item.
    private Optional<String> name(String code) {
        var isJapanese = language.equals("ja");
        var guidance = GuidanceItems.shipped().lookUp(code);
        return Items.shipped()
                .find(code)
                .map(item -> isJapanese ? item.nameJa() : item.nameEn())
                .or(() -> Optional.ofNullable(guidance).map(item -> isJapanese ? item.nameJa() : item.nameEn()));
    }

    String age(AgeGroup group) {
        var from = Integer.toString(group.from());
        return group.isOpen()
                ? text("age.last", "from", from)
                : text("age.group", "from", from, "to", Integer.toString(group.to()));
    }
}
