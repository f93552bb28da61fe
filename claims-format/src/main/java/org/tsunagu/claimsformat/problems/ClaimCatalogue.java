package org.tsunagu.claimsformat.problems;

import java.util.List;
import java.util.Locale;
import org.tsunagu.codes.problem.Checks;
import org.tsunagu.codes.problem.ProblemTexts;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.text.Messages;

/// What is checked in claims (レセプトの点検項目), `checks.tsv`: how much each check weighs, and its sentence.
public final class ClaimCatalogue {

    private ClaimCatalogue() {}

    /// The catalogue as shipped; read once.
    public static Checks shipped() {
        return Shipped.CHECKS;
    }

    /// The catalogue with cells corrected, for example the severity of a check for one sender.
    public static Checks with(List<Correction> corrections) {
        return Checks.of(Table.read("problems/checks", ClaimCatalogue.class.getResourceAsStream("checks.tsv"))
                .with(corrections));
    }

    /// The sentences in a language: English for `en`, Japanese for every other.
    public static ProblemTexts texts(Locale language) {
        var name = language.getLanguage().equals("en") ? "problems_en.properties" : "problems.properties";
        return new ProblemTexts(Messages.read(name, ClaimCatalogue.class.getResourceAsStream(name)));
    }

    private static final class Shipped {
        private static final Checks CHECKS = with(List.of());
    }
}
