package org.tsunagu.app.lists;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the making of a list came to (リストの作成結果).
///
/// @param definition id of the copy it was made by; empty for the shipped tables
/// @param people who was looked at
/// @param doubts why people cannot be judged, with how many
/// @param found who is on it, `open` of whom it cannot be told
/// @param fresh who was not on it before, `left` who has left it since
public record ListRun(
        String list,
        Optional<Long> definition,
        long people,
        List<Level> levels,
        Map<String, Long> doubts,
        long found,
        long open,
        long fresh) {

    /// The counts of a step, see [org.tsunagu.rules.list.Funnel.Level].
    public record Level(String step, long held, long open, long fell) {}
}
