package org.tsunagu.synthetic.checkups;

import java.util.List;
import org.tsunagu.rules.Outcome;
import org.tsunagu.rules.metabolic.MetabolicCode;
import org.tsunagu.rules.stratification.Level;

/// What is asked and what the doctor says (問診と医師の判断).
final class Interview {
    private static final int SMOKING = 8;
    private static final int LAST = 22;
    private static final int MEDICINES = 3;
    private static final List<Integer> ILLNESSES = List.of(4, 5, 6);
    private static final List<String> DRUG_NAMES =
            List.of("9N701167000000049", "9N706167000000049", "9N711167000000049");
    private static final List<String> DRUG_REASONS =
            List.of("9N701167100000049", "9N706167100000049", "9N711167100000049");

    private Interview() {}

    static void history(Desk desk, Sheet sheet, Phrases phrases) {
        var answers = desk.checkup().answers();
        var own = desk.chance("history_own") || ILLNESSES.stream().anyMatch(q -> answers.get(q) == 1);
        var treated = answers.takes(1) ? 1 : answers.takes(2) ? 2 : answers.takes(MEDICINES) ? MEDICINES : 0;
        finding(
                sheet,
                "9N056000000000011",
                "9N056160400000049",
                own || treated > 0,
                () -> phrases.pick(treated > 0 ? "history_" + treated : "history", desk.draw()));
        var subjective = desk.chance("subjective");
        finding(
                sheet,
                "9N061000000000011",
                "9N061160800000049",
                subjective,
                () -> phrases.pick("subjective", desk.draw()));
        var objective = desk.chance("objective");
        finding(
                sheet,
                "9N066000000000011",
                "9N066160800000049",
                objective,
                () -> phrases.pick("objective", desk.draw()));
    }

    private static void finding(
            Sheet sheet, String item, String textItem, boolean found, java.util.function.Supplier<String> text) {
        sheet.code(item, found ? 1 : 2);
        if (found) {
            sheet.text(textItem, text.get());
        }
    }

    static void questions(Desk desk, Sheet sheet, Questionnaire.Form form, Phrases phrases) {
        var answers = desk.checkup().answers();
        for (var question = 1; question <= LAST; question++) {
            var required = question <= MEDICINES || question == SMOKING;
            var share = desk.draw().uniform();
            if (required && desk.chance("unanswered")) {
                sheet.notPerformed(form.item(question));
            } else if (answers.get(question) != Answers.NONE
                    && (required || desk.institution().asksEverything())) {
                var code = form.code(
                        question, answers.get(question), desk.checkup().sex(), share);
                sheet.code(form.item(question), code);
                if (question <= MEDICINES && code == 1 && desk.chance("drug_named")) {
                    sheet.text(DRUG_NAMES.get(question - 1), phrases.pick("drug_" + question, desk.draw()));
                    sheet.text(DRUG_REASONS.get(question - 1), phrases.pick("drug_reason_" + question, desk.draw()));
                }
            }
        }
    }

    static void judgement(Desk desk, Sheet sheet, Outcome outcome, Phrases phrases) {
        if (outcome.level() != Level.OUTSIDE) {
            sheet.code("9N501000000000011", Integer.parseInt(outcome.metabolic().code()));
            sheet.code("9N506000000000011", Integer.parseInt(outcome.level().code()));
        }
        sheet.signed(
                "9N511000000000049",
                phrases.pick(opinion(desk, outcome), desk.draw()),
                desk.draw().pick(desk.institution().doctors()));
    }

    private static String opinion(Desk desk, Outcome outcome) {
        var urgent = desk.get(Measure.SBP) >= 160 || desk.get(Measure.DBP) >= 100 || desk.get(Measure.HBA1C) >= 8;
        if (urgent) {
            return "visit";
        }
        if (desk.checkup().answers().medicines() > 0) {
            return "treated";
        }
        return outcome.metabolic() == MetabolicCode.NOT_MET ? "clear" : "watch";
    }
}
