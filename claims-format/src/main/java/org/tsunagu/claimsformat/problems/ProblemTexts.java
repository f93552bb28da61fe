package org.tsunagu.claimsformat.problems;

import java.util.HashMap;
import java.util.Locale;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.text.Messages;

/// The sentences of problems (不備の文言) in Japanese or English. The placeholders `file`, `line` and `claim` are filled
/// from the place of the problem, the others from its arguments.
public final class ProblemTexts {

    private final Messages messages;

    private ProblemTexts(Messages messages) {
        this.messages = messages;
    }

    /// The sentences in a language: English for `en`, Japanese for every other.
    public static ProblemTexts in(Locale language) {
        var name = language.getLanguage().equals("en") ? "problems_en.properties" : "problems.properties";
        return new ProblemTexts(Messages.read(name, ProblemTexts.class.getResourceAsStream(name)));
    }

    /// What to tell a person about a problem.
    public String text(Problem problem) {
        var place = problem.place();
        var arguments = new HashMap<String, String>();
        arguments.put("file", place.entry().isEmpty() ? place.file() : place.entry());
        arguments.put("line", String.valueOf(place.line()));
        arguments.put("claim", place.item());
        arguments.putAll(problem.arguments());
        return messages.text(problem.code(), arguments);
    }
}
