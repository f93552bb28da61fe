package org.tsunagu.app.analytics.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.app.analytics.figures.FigureSheet.Fact;
import org.tsunagu.app.ui.Frame;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.privacy.masking.Masked;

/// What is said beside every figure (図表に添える事項): definition, whom it is of, day of the data, masking,
/// certainty.
final class Facts {

    private final Question question;
    private final List<Fact> facts = new ArrayList<>();

    private Facts(Question question) {
        this.question = question;
    }

    /// What holds for every view.
    ///
    /// @param day of the data, in words
    static Facts of(Question question, String day) {
        var facts = new Facts(question);
        var measure = question.measure();
        facts.add(
                "definition",
                measure.definition(question.language().locale()),
                measure.row().basis().certainty());
        facts.add("fact.year", Frame.year(question.language(), question.year()));
        facts.add("fact.day", day);
        facts.add("source", measure.row().basis().source());
        return facts;
    }

    Facts add(String key, String text) {
        facts.add(Fact.of(question.text(key), text));
        return this;
    }

    Facts add(String key, String text, Certainty certainty) {
        facts.add(new Fact(question.text(key), text, Optional.of(certainty)));
        return this;
    }

    /// Of how many people it speaks.
    Facts people(String whole) {
        return add("fact.people", whole);
    }

    /// How the interval was made.
    Facts interval(String method) {
        return add("fact.interval", question.text("fact.interval.text", "method", method));
    }

    /// What was hidden, by which policy.
    Facts masking(Veil veil) {
        if (!question.isStrict()) {
            return add("fact.masking", question.text("fact.masking.none"));
        }
        var report = veil.report();
        return report.isEmpty()
                ? add("fact.masking", question.text("fact.masking.empty"))
                : add(
                        "fact.masking",
                        masking(report.get()),
                        report.get().policy().basis().certainty());
    }

    private String masking(Masked.Report report) {
        return question.text(
                "fact.masking.text",
                "policy",
                report.policy().id(),
                "least",
                report.policy().minimum(),
                "primary",
                report.primary(),
                "secondary",
                report.secondary() + report.audit());
    }

    List<Fact> all() {
        return facts;
    }
}
