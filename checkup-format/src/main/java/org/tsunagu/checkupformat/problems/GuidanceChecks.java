package org.tsunagu.checkupformat.problems;

import org.tsunagu.checkupformat.document.GuidanceDocument;

/// All checks of the content of a guidance document (特定保健指導情報の内容チェック). What only the fourth period has, items and
/// points, is checked in that period alone: the item list of the third is not known.
final class GuidanceChecks {

    private final GuidanceItemChecks items = new GuidanceItemChecks();
    private final GuidanceRequired required = new GuidanceRequired();
    private final GuidanceSums sums = new GuidanceSums();
    private final GuidanceDates dates = new GuidanceDates();
    private final GuidanceStaff staff = new GuidanceStaff();

    /// Checks the content.
    ///
    /// @return what was looked at, for the comparison with the checkup
    Guidance check(GuidanceDocument document, Subject subject) {
        var guidance = Guidance.of(document, subject);
        dates.check(guidance);
        staff.check(guidance);
        if (guidance.isFourth()) {
            items.check(guidance);
            required.check(guidance);
            sums.check(guidance);
        }
        return guidance;
    }
}
