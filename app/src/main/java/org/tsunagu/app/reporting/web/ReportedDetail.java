package org.tsunagu.app.reporting.web;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.codes.item.GuidanceItems;

/// Why guidance is not in the file of a report, in words (特定保健指導を報告できない理由).
public final class ReportedDetail {

    private static final Pattern WORD = Pattern.compile("[A-Z_]+");
    private static final Pattern CHECK = Pattern.compile("CHK-[A-Z]+-[0-9]+( [0-9A-Za-z]+)?");

    private ReportedDetail() {}

    /// All reasons of one course, as they are stored with a writing.
    public static String all(String problems, Language language) {
        return Stream.of(problems.split("\\|", -1))
                .map(problem -> of(problem, language))
                .collect(Collectors.joining(Texts.in(language).text("ui.separator")));
    }

    /// Whether they are words of this project and no message of the writer.
    public static boolean isKnown(String problems) {
        return Stream.of(problems.split("\\|", -1))
                .allMatch(
                        one -> WORD.matcher(one).matches() || CHECK.matcher(one).matches());
    }

    /// One reason: a word of the bundle, or a check with the item it is about.
    static String of(String problem, Language language) {
        if (WORD.matcher(problem).matches()) {
            return Texts.in(language).text("reporting.detail." + problem);
        }
        var parts = problem.split(" ", -1);
        var item = parts.length > 1 ? GuidanceItems.shipped().lookUp(parts[1]) : null;
        var name =
                item == null ? parts[parts.length - 1] : isJapanese(language.locale()) ? item.nameJa() : item.nameEn();
        return Texts.in(language).text("reporting.detail.check", "check", parts[0], "item", name);
    }

    private static boolean isJapanese(Locale locale) {
        return locale.getLanguage().equals("ja");
    }
}
