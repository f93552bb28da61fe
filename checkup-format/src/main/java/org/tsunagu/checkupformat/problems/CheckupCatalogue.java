package org.tsunagu.checkupformat.problems;

import java.util.List;
import java.util.Locale;
import org.tsunagu.codes.problem.Checks;
import org.tsunagu.codes.problem.ProblemTexts;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.text.Messages;

/// The reception checks (受付チェック), `checks.tsv`: what each demands, how much it weighs, and its sentence.
public final class CheckupCatalogue {

    private CheckupCatalogue() {}

    /// The catalogue as shipped; read once.
    public static Checks shipped() {
        return Shipped.CHECKS;
    }

    /// The catalogue with cells corrected, for example the severity of a check for one sender.
    public static Checks with(List<Correction> corrections) {
        return Checks.of(Table.read("problems/checks", CheckupCatalogue.class.getResourceAsStream("checks.tsv"))
                .with(corrections));
    }

    /// The sentences in a language: English for `en`, Japanese for every other.
    public static ProblemTexts texts(Locale language) {
        var name = language.getLanguage().equals("en") ? "problems_en.properties" : "problems.properties";
        return new ProblemTexts(Messages.read(name, CheckupCatalogue.class.getResourceAsStream(name)));
    }

    private static final class Shipped {
        private static final Checks CHECKS = with(List.of());
    }
}
