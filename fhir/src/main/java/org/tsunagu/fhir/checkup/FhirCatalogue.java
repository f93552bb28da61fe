package org.tsunagu.fhir.checkup;

import java.util.HashMap;
import java.util.Locale;
import org.tsunagu.codes.problem.Checks;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.ProblemTexts;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.text.Messages;

/// What is looked at when documents go to FHIR and come back (FHIR変換の点検項目), `checks.tsv`: how much each weighs,
/// and its sentence.
public final class FhirCatalogue {

    private final Messages messages;
    private final ProblemTexts texts;

    private FhirCatalogue(Messages messages) {
        this.messages = messages;
        this.texts = new ProblemTexts(messages);
    }

    /// The catalogue as shipped; read once.
    public static Checks shipped() {
        return Shipped.CHECKS;
    }

    /// The sentences in a language: English for `en`, Japanese for every other.
    public static FhirCatalogue in(Locale language) {
        var name = language.getLanguage().equals("en") ? "problems_en.properties" : "problems.properties";
        return new FhirCatalogue(Messages.read(name, FhirCatalogue.class.getResourceAsStream(name)));
    }

    /// What to tell a person about a problem: parts of a header or a result are called by their names.
    public String text(Problem problem) {
        var arguments = new HashMap<>(problem.arguments());
        arguments.computeIfPresent("field", (key, word) -> messages.text("field." + word));
        arguments.computeIfPresent("aspect", (key, word) -> messages.text("aspect." + word));
        return texts.text(new Problem(problem.code(), problem.severity(), problem.place(), arguments));
    }

    private static final class Shipped {
        private static final Checks CHECKS =
                Checks.of(Table.read("checkup/checks", FhirCatalogue.class.getResourceAsStream("checks.tsv")));
    }
}
