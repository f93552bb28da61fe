package org.tsunagu.codes.problem;

import java.util.HashMap;
import org.tsunagu.codes.text.Messages;

/// The sentences of problems (不備の文言) in one language. The placeholders `file`, `line` and `item` are filled from the
/// place of the problem, the others from its arguments.
public record ProblemTexts(Messages messages) {

    /// What to tell a person about a problem.
    public String text(Problem problem) {
        var place = problem.place();
        var arguments = new HashMap<String, String>();
        arguments.put("file", place.entry().isEmpty() ? place.file() : place.entry());
        arguments.put("line", String.valueOf(place.line()));
        arguments.put("item", place.item());
        arguments.putAll(problem.arguments());
        return messages.text(problem.code(), arguments);
    }
}
