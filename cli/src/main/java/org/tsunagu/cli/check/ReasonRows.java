package org.tsunagu.cli.check;

import java.util.List;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.rules.Judgement;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.kidney.Kidney;

/// The rows of a judgement in `reasons.csv` (判定理由の行): one a reason, in the order of the official steps.
/// `outcome` is what the rule said, `ignored` or `computed` for a value, and in the row that ends a judgement the code
/// that came out.
final class ReasonRows {

    static final List<String> COLUMNS = List.of(
            "archive",
            "entry",
            "judgement",
            "outcome",
            "rule",
            "period",
            "item_code",
            "value",
            "decided_by_missing",
            "certainty");

    private static final String SEPARATOR = ";";

    private final Judgement judgement;
    private final CsvBytes csv;
    private final byte[] place;
    private final RuleCells rules;
    private final String period;

    /// @param place the first two cells of every row
    ReasonRows(Judgement judgement, byte[] place, RuleCells rules, CsvBytes csv) {
        this.rules = rules;
        this.judgement = judgement;
        this.csv = csv;
        this.place = place;
        this.period = Integer.toString(judgement.period().number());
    }

    void write() {
        decision("level", judgement.level());
        decision("level_documented", judgement.documentedLevel());
        decision("metabolic", judgement.metabolic());
        completions();
        decision("complete", judgement.complete());
        for (var band : judgement.bands()) {
            row("threshold:" + band.item(), Integer.toString(band.band()), band.reason(), "");
        }
        for (var feedback : judgement.feedback()) {
            row("feedback:" + feedback.family(), feedback.classKey(), feedback.reason(), missing(feedback.reason()));
        }
        judgement.kidney().ifPresent(this::kidney);
    }

    private void decision(String name, Decision<?> decision) {
        for (var reason : decision.reasons()) {
            var missing = reason.code() == ReasonCode.CONCLUSION
                    ? String.join(SEPARATOR, decision.missingThatMatter())
                    : missing(reason);
            row(name, outcome(reason), reason, missing);
        }
    }

    /// What a rule said; a value that was not used or was computed is no answer to anything.
    private static String outcome(Reason reason) {
        return switch (reason.code()) {
            case VALUE_IGNORED -> "ignored";
            case VALUE_COMPUTED -> "computed";
            default -> reason.outcome();
        };
    }

    /// What the official rule for missing values leaves open, all completions may agree on: then a row says so.
    private void completions() {
        var metabolic = judgement.metabolic();
        var byCompletions = judgement.metabolicByCompletions();
        if (!byCompletions.equals(metabolic.value().code())
                && !metabolic.reasons().isEmpty()) {
            row("metabolic_by_completions", byCompletions, metabolic.reasons().getLast(), "");
        }
    }

    private void kidney(Kidney kidney) {
        row("ckd", kidney.gStage() + kidney.aStage(), kidney.reason(), "");
    }

    private static String missing(Reason reason) {
        return switch (reason.code()) {
            case CONDITION_UNKNOWN ->
                reason.facts().getOrDefault("variable", "").replace(",", SEPARATOR);
            case GROUP_MISSING -> reason.facts().getOrDefault("group", "");
            default -> "";
        };
    }

    private void row(String name, String outcome, Reason reason, String missing) {
        var basis = reason.basis();
        csv.cells(place).word(name).cell(outcome);
        csv.cells(rules.of(basis))
                .word(period)
                .word(reason.item())
                .cell(reason.value())
                .cell(missing);
        csv.word(Words.of(basis.certainty()));
        csv.endRow();
    }
}
