package org.tsunagu.app.docks;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a member gets back of the fee of a human dock, and why (補助の判定). Pure: the same question has the same answer.
///
/// @param yen what is given back; 0 when nothing is
/// @param by the limit it was decided under; empty when none applies
public record Reimbursement(Reason reason, int yen, Optional<Allowance> by) {

    /// Why so much, or nothing (理由).
    public enum Reason {
        /// The fee is within the limit: all of it.
        WHOLE,
        /// The fee is above the limit: the limit.
        LIMITED,
        /// Not insured here on the day.
        NOT_COVERED,
        /// There was one in this fiscal year already.
        ONCE_A_YEAR,
        /// No limit was in force on the day.
        NO_LIMIT,
        /// No limit in force is for members of this kind.
        NOT_FOR_KIND,
        /// No limit in force is for this age.
        AGE,
        /// The results have not been handed in.
        NO_RESULT,
        /// There was no fee.
        NO_FEE;

        /// Whether something is given back.
        public boolean isAccepted() {
            return this == WHOLE || this == LIMITED;
        }
    }

    /// What is asked.
    ///
    /// @param isCovered insured here on the day
    /// @param hadOne another claim of the same fiscal year was accepted
    /// @param hasResult the results were handed in, on paper or as data
    public record Asked(
            LocalDate examDay,
            int fee,
            Allowance.Person person,
            boolean isCovered,
            boolean hadOne,
            boolean hasResult) {}

    /// The answer under the limits of an insurer. If several apply, the one that gives most.
    public static Reimbursement of(Asked asked, List<Allowance> limits) {
        if (!asked.isCovered()) {
            return nothing(Reason.NOT_COVERED);
        }
        if (asked.hadOne()) {
            return nothing(Reason.ONCE_A_YEAR);
        }
        var inForce =
                limits.stream().filter(limit -> limit.isOn(asked.examDay())).toList();
        if (inForce.isEmpty()) {
            return nothing(Reason.NO_LIMIT);
        }
        var forKind =
                inForce.stream().filter(limit -> limit.isFor(asked.person())).toList();
        if (forKind.isEmpty()) {
            return nothing(Reason.NOT_FOR_KIND);
        }
        var best = forKind.stream()
                .filter(limit -> limit.isForAge(asked.person(), asked.examDay()))
                .max(Comparator.comparingInt(Allowance::yen).thenComparingLong(Allowance::id));
        if (best.isEmpty()) {
            return nothing(Reason.AGE);
        }
        if (!asked.hasResult()) {
            return nothing(Reason.NO_RESULT);
        }
        if (asked.fee() == 0) {
            return nothing(Reason.NO_FEE);
        }
        var limit = best.get().yen();
        return new Reimbursement(
                asked.fee() > limit ? Reason.LIMITED : Reason.WHOLE, Math.min(asked.fee(), limit), best);
    }

    private static Reimbursement nothing(Reason reason) {
        return new Reimbursement(reason, 0, Optional.empty());
    }
}
