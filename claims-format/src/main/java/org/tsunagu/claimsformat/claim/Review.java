package org.tsunagu.claimsformat.claim;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// What the review body said beside its corrections (審査支払機関の情報).
///
/// @param transferredTo number of the insurer the claim was transferred to (振替先); empty when it was not
/// @param isForCostNotice whether the claim is to be shown on the cost notice (医療費通知対象)
/// @param returns reasons of a return (返戻事由), kind and code
/// @param reexaminations results of re-examinations
/// @param historyRows rows about earlier versions of a re-claimed receipt, which are not counted
public record Review(
        String transferredTo,
        boolean isForCostNotice,
        List<String> returns,
        List<Reexamination> reexaminations,
        int historyRows) {

    /// Nothing said.
    public static final Review NOTHING = new Review("", false, List.of(), List.of(), 0);

    /// The result of a re-examination (再審査等結果), dated by its own processing month.
    public record Reexamination(Optional<YearMonth> processingMonth, String result, String reason) {}
}
