package org.tsunagu.checkupformat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.ProblemTexts;
import org.tsunagu.codes.problem.Reporter;

/// What was reported in a test, with every sentence proved to exist in both languages.
public final class Findings {

    private static final ProblemTexts JAPANESE = CheckupCatalogue.texts(Locale.JAPANESE);
    private static final ProblemTexts ENGLISH = CheckupCatalogue.texts(Locale.ENGLISH);

    private static final Pattern UNFILLED = Pattern.compile("(?<!\\w)-(?!\\w)");

    private final List<Problem> problems = new ArrayList<>();
    private final Reporter reporter = new Reporter(CheckupCatalogue.shipped(), this::add);

    private synchronized void add(Problem problem) {
        var isDashed = problem.arguments().values().stream().anyMatch(value -> value.contains("-"));
        for (var sentence : List.of(JAPANESE.text(problem), ENGLISH.text(problem))) {
            if (!isDashed && UNFILLED.matcher(sentence).find()) {
                throw new AssertionError("argument missing: " + sentence);
            }
        }
        problems.add(problem);
    }

    public Reporter reporter() {
        return reporter;
    }

    public List<Problem> problems() {
        return problems;
    }

    public List<String> codes() {
        return problems.stream().map(Problem::code).toList();
    }

    public String argument(String name) {
        return problems.getFirst().arguments().getOrDefault(name, "");
    }
}
