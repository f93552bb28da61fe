package org.tsunagu.checkupformat.cda;

import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.Item;

/// The start tags that make up most of a checkup or guidance document (既知の開始タグ): codes and values of observations.
final class KnownTags {

    private final TagCache<ItemCode> codes = new TagCache<>();
    private final TagCache<WrittenValue> values = new TagCache<>();
    private final TagCache<String> guidanceCodes = new TagCache<>();
    private final KnownRanges ranges = new KnownRanges();

    /// What the `code` of an observation says.
    ///
    /// @param isNotApplicable whether the observation only holds others
    record ItemCode(String code, @Nullable Item item, boolean isNotApplicable) {
        static final ItemCode NONE = new ItemCode("", null, false);
    }

    KnownRanges ranges() {
        return ranges;
    }

    TagCache<ItemCode> codes() {
        return codes;
    }

    TagCache<String> guidanceCodes() {
        return guidanceCodes;
    }

    TagCache<WrittenValue> values() {
        return values;
    }
}
