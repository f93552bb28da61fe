package org.tsunagu.cli.check;

import org.tsunagu.codes.table.Certainty;
import org.tsunagu.rules.Judgement;

/// A judgement in the codes of our files (判定のコード). Outside the ages of the programme the level is
/// blank; the metabolic judgement knows no age.
final class Judged {

    private Judged() {}

    static String metabolic(Judgement judgement) {
        return judgement.metabolic().value().code();
    }

    static String level(Judgement judgement) {
        return judgement.level().value().code();
    }

    /// The weaker certainty of the two.
    static Certainty certainty(Judgement judgement) {
        var level = judgement.level().certainty();
        var metabolic = judgement.metabolic().certainty();
        return level.compareTo(metabolic) > 0 ? level : metabolic;
    }
}
