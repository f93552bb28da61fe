package org.tsunagu.rules.rates;

/// Counts people into a rate (集計), one after the other; for one thread.
public final class Tally {

    private long numerator;
    private long denominator;

    /// Nobody is counted yet.
    public Tally() {}

    /// Adds a person.
    public void add(Counted person) {
        denominator += person.inDenominator() ? 1 : 0;
        numerator += person.inNumerator() ? 1 : 0;
    }

    /// People in the numerator so far.
    public long numerator() {
        return numerator;
    }

    /// People in the denominator so far.
    public long denominator() {
        return denominator;
    }
}
