package org.tsunagu.privacy.masking;

/// Cells that are too small themselves (一次秘匿), or that show that what is left of their whole is.
final class Primary {

    /// In a group below three times the minimum 0 % and 100 % tell about everybody in it.
    static final long SMALL_GROUP = 3;

    private Primary() {}

    static void mask(Cells cells, MaskingPolicy policy) {
        for (var cell = 0; cell < cells.count(); cell++) {
            if (!cells.isRest(cell) && cells.isKnown(cell) && policy.forbids(cells.value(cell))) {
                cells.hide(cell, Reason.PRIMARY);
            }
        }
        for (var part = 0; cells.hasRests() && cells.isPart(part); part++) {
            if (cells.isKnown(part) && cells.isKnown(cells.whole(part))) {
                maskShare(cells, part, policy);
            }
        }
    }

    private static void maskShare(Cells cells, int part, MaskingPolicy policy) {
        var whole = cells.value(cells.whole(part));
        var rest = whole - cells.value(part);
        var isSmallGroup = whole > 0 && whole < SMALL_GROUP * policy.minimum();
        var isSmallRest = rest > 0 && rest < policy.minimum();
        if (isSmallRest || (rest == 0 && isSmallGroup)) {
            cells.hide(part, Reason.PRIMARY);
            cells.protectRest(cells.restOf(part));
        } else if (cells.value(part) == 0 && isSmallGroup) {
            cells.hide(part, Reason.PRIMARY);
        }
    }
}
