package org.tsunagu.cli.report;

import java.util.function.Consumer;
import org.tsunagu.rules.Judgement;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;

/// All reasons of a judgement (判定理由) one after the other.
final class Reasons {

    private Reasons() {}

    static void forEach(Judgement judgement, Consumer<Reason> action) {
        decision(judgement.metabolic(), action);
        decision(judgement.level(), action);
        decision(judgement.complete(), action);
        judgement.bands().forEach(band -> action.accept(band.reason()));
        judgement.feedback().forEach(feedback -> action.accept(feedback.reason()));
        judgement.kidney().ifPresent(kidney -> action.accept(kidney.reason()));
    }

    private static void decision(Decision<?> decision, Consumer<Reason> action) {
        decision.reasons().forEach(action);
    }

    static boolean isMet(Reason reason) {
        return reason.code() == ReasonCode.CONDITION_MET;
    }
}
