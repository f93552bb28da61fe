package org.tsunagu.synthetic.checkups;

import org.tsunagu.codes.time.PlanPeriod;

/// Why something was not done (測定不可能・検査未実施の理由), item 9N512 of the fourth period.
final class MissingReason {
    /// Code of "another reason" (その他) in ~.24080.
    static final int OTHER = 3;

    private MissingReason() {}

    static void write(Desk desk, Sheet sheet) {
        var asked = PlanPeriod.of(desk.checkup().date()).compareTo(PlanPeriod.FOURTH) >= 0;
        if (asked && sheet.isIncomplete()) {
            sheet.code(
                    "9N512000000000011",
                    desk.codes().isEmpty() ? OTHER : desk.codes().getFirst());
        }
    }
}
