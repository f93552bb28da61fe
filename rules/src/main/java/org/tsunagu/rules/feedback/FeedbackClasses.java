package org.tsunagu.rules.feedback;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.condition.Condition;
import org.tsunagu.rules.condition.Truth;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.value.Gathered;
import org.tsunagu.rules.value.VariableTable;

/// The classes of the feedback in force on a day for one sex (フィードバックの区分): in each family the first class that
/// holds. When a more urgent class could hold for want of a value the class is unknown, and the reason says which
/// class it is at least.
public final class FeedbackClasses {

    private final List<Family> families;
    private final List<Flag> flags;
    private final long[] alternatives;
    private final int obese;
    private final int treated;
    private final int diabetesDrug;
    private final int noOtherClass;
    private final int casualGlucose;
    private final int fastingGlucose;
    private final int glycatedHaemoglobin;
    private final Row casualNote;

    record Family(String name, List<Candidate> classes) {}

    record Candidate(String key, String action, Condition condition) {}

    record Flag(int variable, Condition condition) {}

    FeedbackClasses(List<Family> families, List<Flag> flags, Row casualNote, VariableTable dictionary) {
        this.families = families;
        this.flags = flags;
        this.alternatives = dictionary.alternatives();
        this.obese = dictionary.variables().index("obese");
        this.treated = dictionary.variables().index("dm_treated");
        this.diabetesDrug = dictionary.variables().index("med_glucose");
        this.noOtherClass = dictionary.variables().index("no_other_class");
        this.casualGlucose = dictionary.variables().index("glucose_casual");
        this.fastingGlucose = dictionary.variables().index("fpg");
        this.glycatedHaemoglobin = dictionary.variables().index("hba1c_ngsp");
        this.casualNote = casualNote;
    }

    /// The class of each family, and a note when only casual glucose is there; empty before the classes existed.
    ///
    /// @param isObese whether the waist or BMI step of the guidance programme is met
    public List<Feedback> of(Gathered values, Truth isObese) {
        values.settle(alternatives);
        for (var flag : flags) {
            values.fact(flag.variable(), flag.condition().test(values) == Truth.TRUE);
        }
        if (isObese != Truth.UNKNOWN) {
            values.fact(obese, isObese == Truth.TRUE);
        }
        if (values.knows(diabetesDrug)) {
            values.fact(treated, values.number(diabetesDrug).intValue() == 1);
        }
        var feedback = new ArrayList<Feedback>();
        families.forEach(family -> feedback.add(feedback(family, values)));
        addCasualNote(values, feedback);
        return List.copyOf(feedback);
    }

    private Feedback feedback(Family family, Gathered values) {
        var doubtful = new ArrayList<Candidate>();
        for (var candidate : family.classes()) {
            // The last class of a family asks whether no other holds: only once all before it are excluded.
            values.fact(noOtherClass, doubtful.isEmpty());
            var truth = candidate.condition().test(values);
            if (truth == Truth.TRUE && doubtful.isEmpty()) {
                return new Feedback(
                        family.name(),
                        candidate.key(),
                        candidate.action(),
                        candidate.condition().reason(values, candidate.key()));
            }
            if (truth == Truth.TRUE) {
                return unknown(family, doubtful, candidate.key(), values);
            }
            if (truth == Truth.UNKNOWN) {
                doubtful.add(candidate);
            }
        }
        return unknown(family, doubtful, "", values);
    }

    private static Feedback unknown(Family family, List<Candidate> doubtful, String atLeast, Gathered values) {
        var missing = new LinkedHashSet<String>();
        doubtful.forEach(candidate -> missing.addAll(candidate.condition().missing(values)));
        var first = doubtful.isEmpty() ? family.classes().getFirst() : doubtful.getFirst();
        var reason = new Reason(
                ReasonCode.CONDITION_UNKNOWN,
                family.name(),
                Feedback.UNKNOWN,
                first.condition().reason(values, "").basis(),
                "",
                "",
                Map.of(
                        "variable",
                        String.join(",", missing),
                        "missing",
                        String.join(",", missing),
                        "at_least",
                        atLeast));
        return new Feedback(family.name(), Feedback.UNKNOWN, "", reason);
    }

    /// The note that a judgement after a meal needs another test (随時血糖の注意), when only casual glucose is there.
    private void addCasualNote(Gathered values, List<Feedback> feedback) {
        var isCasualOnly = values.knows(casualGlucose)
                && !values.knows(fastingGlucose)
                && !values.knows(glycatedHaemoglobin)
                && !feedback.isEmpty();
        if (isCasualOnly) {
            var reason = new Reason(
                    ReasonCode.CONDITION_MET,
                    casualNote.text("family"),
                    casualNote.key(),
                    casualNote.basis(),
                    values.itemCode(casualGlucose),
                    values.text(casualGlucose),
                    Map.of("variable", "glucose_casual", "op", "present", "cut", "", "unit", ""));
            feedback.add(new Feedback(casualNote.text("family"), casualNote.key(), casualNote.text("action"), reason));
        }
    }
}
