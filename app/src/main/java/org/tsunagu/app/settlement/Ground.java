package org.tsunagu.app.settlement;

import java.util.List;

/// Whether a rule holds for a claim, and by which values (判定の根拠).
///
/// @param actual what the claim or the ledger says
/// @param expected what it should say; empty when there is nothing to compare with
public record Ground(Rule rule, Holds holds, String actual, String expected) {

    /// The answer.
    public enum Holds {
        YES,
        NO,
        /// It can't be said yet.
        UNKNOWN,
        /// There is nothing on file to compare with, and nothing need be.
        NONE
    }

    /// What is to be done with a claim (判定).
    public enum Outcome {
        PAY,
        RETURN,
        WAIT
    }

    boolean speaksFor() {
        return holds == Holds.YES || holds == Holds.NONE;
    }

    /// What follows from all grounds: one that does not hold returns the claim, one that is not known makes it wait.
    static Outcome outcome(List<Ground> grounds) {
        if (grounds.stream().anyMatch(ground -> ground.holds == Holds.NO)) {
            return Outcome.RETURN;
        }
        return grounds.stream().anyMatch(ground -> ground.holds == Holds.UNKNOWN) ? Outcome.WAIT : Outcome.PAY;
    }

    /// The reason of 別表10 that goes with it; empty when everything holds.
    static String reason(List<Ground> grounds) {
        return grounds.stream()
                .filter(ground -> ground.holds == Holds.NO)
                .map(Ground::rule)
                .sorted()
                .findFirst()
                .map(Rule::reason)
                .orElse("");
    }
}
