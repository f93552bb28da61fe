package org.tsunagu.app.settlement;

import java.util.List;

/// What a contract pays of a course of guidance at a stage (契約の支払割合), where it is not the usual share.
///
/// @param level 別表12: 1 active, 2 motivational, 3 equivalent
/// @param stage `FIRST_INTERVIEW`, `EVALUATION` or `INTERRUPTED`, of which the part is due that was done by points
/// @param percent 0 to 100
public record AgreedShare(String level, String stage, int percent) {

    /// Kinds of guidance that have shares.
    public static final List<String> LEVELS = List.of("1", "2", "3");

    /// Stages that have a share of their own.
    public static final List<String> STAGES = List.of("FIRST_INTERVIEW", "EVALUATION", "INTERRUPTED");
}
