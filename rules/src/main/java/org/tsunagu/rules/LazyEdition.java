package org.tsunagu.rules;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An edition that is worked out when the first checkup of its days comes (必要時に作る適用版): most runs see the checkups of
/// one or two years, and all editions together take longer than a small file. Thread safe; editions share what they
/// read of the
/// tables, so only one is made at a time.
final class LazyEdition {

    private final Object tables;
    private final Supplier<Edition> source;
    private volatile @Nullable Edition edition;

    /// An edition to be made from tables that are locked meanwhile.
    LazyEdition(Object tables, Supplier<Edition> source) {
        this.tables = tables;
        this.source = source;
    }

    Edition get() {
        var known = edition;
        return known == null ? make() : known;
    }

    private Edition make() {
        synchronized (tables) {
            var known = edition;
            if (known == null) {
                known = source.get();
                edition = known;
            }
            return known;
        }
    }
}
