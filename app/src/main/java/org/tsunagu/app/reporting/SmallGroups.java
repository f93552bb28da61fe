package org.tsunagu.app.reporting;

import org.tsunagu.codes.table.Row;

/// From how many people on a group is shown to those who may not see persons (少人数の秘匿).
public final class SmallGroups {

    private SmallGroups() {}

    /// The fewest that are shown.
    public static int least() {
        return row().integer("value");
    }

    /// Where it comes from.
    public static Row row() {
        return ReportRules.row("SMALL_GROUP");
    }
}
