package org.tsunagu.codes.table;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something made from tables when it is first asked for, and once (必要時の準備): most runs see the checkups of one or two
/// years, and preparing every period takes longer than reading a small file. Thread safe.
public final class Lazy<T> {

    private final Object lock;
    private final Supplier<T> source;
    private volatile @Nullable T made;

    /// To be made by a source.
    ///
    /// @param lock held meanwhile: whatever shares what it reads of the tables must share it
    public Lazy(Object lock, Supplier<T> source) {
        this.lock = lock;
        this.source = source;
    }

    /// What was made, now or before.
    public T get() {
        var known = made;
        return known == null ? make() : known;
    }

    private T make() {
        synchronized (lock) {
            var known = made;
            if (known == null) {
                known = source.get();
                made = known;
            }
            return known;
        }
    }
}
