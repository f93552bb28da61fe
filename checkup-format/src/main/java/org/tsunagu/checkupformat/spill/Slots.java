package org.tsunagu.checkupformat.spill;

/// A table of pairs of numbers with open addressing (開番地法の表), half full at most; a pair whose low number is 0 is an
/// empty slot.
abstract class Slots implements AutoCloseable {

    private final long mask;

    /// An empty table.
    ///
    /// @param entries pairs it must hold
    Slots(long entries) {
        this.mask = capacity(entries) - 1;
    }

    /// Slots for so many pairs: the next power of two above twice as many.
    static long capacity(long entries) {
        return Long.highestOneBit(Math.max(entries, 1)) << 2;
    }

    abstract long high(long slot);

    abstract long low(long slot);

    abstract void set(long slot, long high, long low);

    @Override
    public abstract void close();

    /// Pairs it holds at most.
    final long most() {
        return (mask + 1) >> 1;
    }

    /// Puts a pair in unless it is there.
    ///
    /// @return whether it was new
    final boolean put(long high, long low) {
        var slot = find(high, low);
        if (low(slot) != 0) {
            return false;
        }
        set(slot, high, low);
        return true;
    }

    /// Whether a pair is there.
    final boolean has(long high, long low) {
        return low(find(high, low)) != 0;
    }

    final void copyTo(Slots other) {
        for (var slot = 0L; slot <= mask; slot++) {
            if (low(slot) != 0) {
                other.put(high(slot), low(slot));
            }
        }
    }

    /// The slot of a pair, or the empty one where it belongs.
    private long find(long high, long low) {
        var slot = high & mask;
        while (low(slot) != 0 && !(low(slot) == low && high(slot) == high)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
