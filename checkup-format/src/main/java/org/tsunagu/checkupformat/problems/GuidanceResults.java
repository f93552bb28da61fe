package org.tsunagu.checkupformat.problems;

import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.GuidanceResult;
import org.tsunagu.codes.item.GuidanceItem;
import org.tsunagu.codes.item.GuidanceItems;

/// The results of one guidance document by item (項目別の記録), each in its section and mood. Of an item that
/// occurs more than once the first that carries something counts, else the first.
final class GuidanceResults {

    private static final GuidanceItems ITEMS = GuidanceItems.shipped();

    private final @Nullable GuidanceResult[] byItem =
            new GuidanceResult[ITEMS.all().size()];

    GuidanceResults(GuidanceDocument document) {
        for (var section : document.sections()) {
            for (var act : section.acts()) {
                for (var result : act.results()) {
                    var item = ITEMS.lookUp(section.code().text(), result.code());
                    if (item != null && item.actMood().equals(act.mood())) {
                        put(item.index(), result);
                    }
                }
            }
        }
    }

    private void put(int index, GuidanceResult result) {
        var before = byItem[index];
        if (before == null || (before.isBlank() && !result.isBlank())) {
            byItem[index] = result;
        }
    }

    /// The result of an item; null when it is not there.
    @Nullable
    GuidanceResult get(GuidanceItem item) {
        return byItem[item.index()];
    }
}
