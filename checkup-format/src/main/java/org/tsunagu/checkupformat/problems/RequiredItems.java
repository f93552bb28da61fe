package org.tsunagu.checkupformat.problems;

import org.tsunagu.codes.item.ValueState;

/// Whether everything required is there (必須項目のチェック): CHK-ITM-001, CHK-ITM-021, and in the fourth period the reason
/// when a required test was not done, CHK-ITM-024.
final class RequiredItems {

    private final ItemMaster master;
    private final int[] reason;
    private final boolean[] needsNoReason;

    RequiredItems(ItemMaster master) {
        this.master = master;
        this.reason = master.family("reason_not_performed");
        this.needsNoReason = new boolean[master.size()];
        for (var index : master.family("answered_for")) {
            needsNoReason[index] = true;
        }
    }

    void check(Checkup checkup, Needs.Profile profile) {
        var wantsReason = checkup.isFourthPeriod() && checkup.results().firstValue(reason) < 0;
        for (var need : master.needs(profile).all()) {
            if (!isAnswered(need, checkup.results())) {
                checkup.findings().missing(need.check(), need.shownAs());
            } else if (wantsReason && lacksReason(need, checkup)) {
                wantsReason = false;
            }
        }
    }

    private static boolean isAnswered(Needs.Need need, Results results) {
        for (var index : need.items()) {
            if (results.answers(index)) {
                return true;
            }
        }
        return false;
    }

    /// Reports the first test that was not done, unless another of its group was tried.
    private boolean lacksReason(Needs.Need need, Checkup checkup) {
        var notDone = -1;
        for (var index : need.items()) {
            var state = checkup.results().state(index);
            if (needsNoReason[index]
                    || state.isValue()
                    || state == ValueState.NOT_MEASURABLE
                    || checkup.results().isSpoiled(index)) {
                return false;
            }
            notDone = state == ValueState.NOT_PERFORMED && notDone < 0 ? index : notDone;
        }
        if (notDone < 0) {
            return false;
        }
        checkup.report("CHK-ITM-024", master.item(notDone));
        return true;
    }
}
