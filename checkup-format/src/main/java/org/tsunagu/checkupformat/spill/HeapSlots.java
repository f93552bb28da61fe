package org.tsunagu.checkupformat.spill;

/// Slots on the heap (メモリ上の表).
final class HeapSlots extends Slots {

    private final long[] numbers;

    HeapSlots(long entries) {
        super(entries);
        this.numbers = new long[Math.toIntExact(2 * capacity(entries))];
    }

    @Override
    long high(long slot) {
        return numbers[(int) (2 * slot)];
    }

    @Override
    long low(long slot) {
        return numbers[(int) (2 * slot) + 1];
    }

    @Override
    void set(long slot, long high, long low) {
        numbers[(int) (2 * slot)] = high;
        numbers[(int) (2 * slot) + 1] = low;
    }

    @Override
    public void close() {
        // Nothing to give back.
    }
}
