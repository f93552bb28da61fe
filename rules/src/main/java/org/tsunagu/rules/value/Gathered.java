package org.tsunagu.rules.value;

import java.math.BigDecimal;
import java.util.Optional;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.table.Basis;

/// The variables of one checkup as far as they are known (変数の値), each with the item it came from or the row it
/// was computed by. What is not known is missing: absent, not done, not measurable, outside the answers of the
/// period or not usable. Made for one judgement and used by one thread.
public final class Gathered {

    private final CheckupValues values;
    private final BigDecimal[] numbers;
    private final Object[] origins;
    private long known;
    private long settled;

    /// Nothing is known yet.
    ///
    /// @param size number of variables
    public Gathered(int size, CheckupValues values) {
        this.values = values;
        this.numbers = new BigDecimal[size];
        this.origins = new Object[size];
    }

    /// The results these variables are read from.
    public CheckupValues values() {
        return values;
    }

    /// Sets a variable read from an item.
    public void put(int variable, BigDecimal number, Item item) {
        set(variable, number, item);
    }

    /// Sets a variable computed by a row of a table.
    public void compute(int variable, Formulas.Result result) {
        set(variable, result.number(), result);
    }

    /// Sets a fact that needs no explanation.
    public void fact(int variable, BigDecimal number) {
        set(variable, number, "");
    }

    /// Sets a fact that is true or false.
    public void fact(int variable, boolean holds) {
        fact(variable, holds ? BigDecimal.ONE : BigDecimal.ZERO);
    }

    private void set(int variable, BigDecimal number, Object origin) {
        numbers[variable] = number;
        origins[variable] = origin;
        known |= 1L << variable;
    }

    /// Copies a variable to another name.
    void copy(int from, int to) {
        set(to, numbers[from], origins[from]);
    }

    /// Takes a variable away again because it turned out not to be usable.
    public void forget(int variable) {
        known &= ~(1L << variable);
    }

    /// Whether the variable is known.
    public boolean knows(int variable) {
        return (known & 1L << variable) != 0;
    }

    /// A variable that is missing but not needed because another stands for it (non-HDL beside LDL): conditions
    /// on it do not hold.
    public boolean isSettled(int variable) {
        return (settled & 1L << variable) != 0;
    }

    /// Of each group of variables that stand for each other, given as sets of bits: as soon as one is known the
    /// others are settled.
    public void settle(long[] groups) {
        for (var group : groups) {
            if ((group & known) != 0) {
                settled |= group & ~known;
            }
        }
    }

    /// The number of a variable that is known.
    public BigDecimal number(int variable) {
        return numbers[variable];
    }

    /// The item a known variable was read from; empty when it was computed.
    public String itemCode(int variable) {
        return origins[variable] instanceof Item item ? item.code() : "";
    }

    /// A known variable as it was written, or rounded for the eye when it was computed.
    public String text(int variable) {
        if (origins[variable] instanceof Item item) {
            var written = values.get(item).text();
            if (!written.isEmpty()) {
                return written;
            }
        }
        return origins[variable] instanceof Formulas.Result result ? result.shown() : numbers[variable].toPlainString();
    }

    /// The row a known variable was computed by; empty when it was read.
    public Optional<Basis> computedBy(int variable) {
        return origins[variable] instanceof Formulas.Result result ? Optional.of(result.basis()) : Optional.empty();
    }
}
