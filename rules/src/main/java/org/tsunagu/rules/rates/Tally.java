package org.tsunagu.rules.rates;

/// Counts people into a rate (集計), one after the other; for one thread.
public final class Tally {

    private long numerator;
    private long denominator;

    /// Nobody is counted yet.
    public Tally() {}

    /// People counted elsewhere, for example in a database.
    ///
    /// @throws IllegalArgumentException for fewer than nobody or more in the numerator than in the denominator
    public static Tally of(long numerator, long denominator) {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException("%d of %d people".formatted(numerator, denominator));
        }
        var tally = new Tally();
        tally.numerator = numerator;
        tally.denominator = denominator;
        return tally;
    }

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
