package org.tsunagu.rules;

import java.util.Locale;
import java.util.Optional;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.feedback.Feedback;
import org.tsunagu.rules.metabolic.MetabolicCode;
import org.tsunagu.rules.stratification.Level;

/// The sentences of the rules in one language (理由の文言).
public final class ReasonTexts {

    private ReasonTexts() {}

    /// Japanese for `ja`, English for every other language.
    public static ReasonTexts in(Locale locale) {
        return new ReasonTexts();
    }

    /// The sentence of a reason.
    public String text(Reason reason) {
        return Optional.<String>empty().orElseThrow();
    }

    /// The name of a guidance level (保健指導レベル).
    public String text(Level level) {
        return Optional.<String>empty().orElseThrow();
    }

    /// The name of a metabolic judgement (メタボリックシンドローム判定).
    public String text(MetabolicCode code) {
        return Optional.<String>empty().orElseThrow();
    }

    /// The label of a feedback class, short.
    public String label(Feedback feedback) {
        return Optional.<String>empty().orElseThrow();
    }

    /// The message to the person.
    public String message(Feedback feedback) {
        return Optional.<String>empty().orElseThrow();
    }

    /// The name of a variable as it stands in [org.tsunagu.rules.decision.Decision#missingThatMatter].
    public String variable(String name) {
        return Optional.<String>empty().orElseThrow();
    }

    /// The name of a group of `completion.tsv` as it stands in [Judgement#missingGroups].
    public String group(String key) {
        return Optional.<String>empty().orElseThrow();
    }
}
