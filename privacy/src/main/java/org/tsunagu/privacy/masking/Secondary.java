package org.tsunagu.privacy.masking;

import java.util.List;

/// Rows and columns with exactly one masked cell (二次秘匿): all cells equal to the smallest that is shown are
/// masked too.
final class Secondary {

    private Secondary() {}

    /// Until every line that has a masked cell has two.
    static void mask(Cells cells, MaskingPolicy policy) {
        var isStable = false;
        while (!isStable) {
            isStable = true;
            for (var line : cells.lines()) {
                if (isExposed(cells, line, policy) && maskSmallest(cells, line)) {
                    isStable = false;
                }
            }
        }
    }

    private static boolean isExposed(Cells cells, Line line, MaskingPolicy policy) {
        var hidden = cells.hidden(line);
        if (hidden.size() != 1 || !cells.isProtected(hidden.getFirst())) {
            return false;
        }
        // The published rule: a single zero triggers no second mask.
        return policy.mode() != MaskingPolicy.Mode.NDB || cells.hiddenSum(line) != 0;
    }

    private static boolean maskSmallest(Cells cells, Line line) {
        var shownParts = line.parts().stream()
                .filter(cell -> !cells.isHidden(cell) && cells.value(cell) > 0)
                .toList();
        var candidates = shownParts.isEmpty() && !cells.isHidden(line.total()) ? List.of(line.total()) : shownParts;
        var smallest = candidates.stream().mapToLong(cells::value).min();
        candidates.stream()
                .filter(cell -> cells.value(cell) == smallest.orElseThrow())
                .forEach(cell -> cells.hide(cell, Reason.SECONDARY));
        return !candidates.isEmpty();
    }
}
