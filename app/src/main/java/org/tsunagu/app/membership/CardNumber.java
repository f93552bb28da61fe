package org.tsunagu.app.membership;

import org.tsunagu.linkage.normal.Numbers;

/// What stands on the card (被保険者等記号・番号・枝番).
public record CardNumber(String symbol, String number, String branch) {

    /// Equal for ways of writing the same number: width, signs and left zeros do not count.
    public String key() {
        return household() + "|" + Numbers.key(branch);
    }

    /// The same without the branch, which older files do not have.
    public String household() {
        return Numbers.key(symbol) + "|" + numberKey();
    }

    /// The number alone, as people read it out.
    public String numberKey() {
        return Numbers.key(number);
    }

    /// Whether there is a number at all.
    public boolean isGiven() {
        return !numberKey().isEmpty();
    }

    /// As it is read out.
    public String shown() {
        return symbol.isEmpty()
                ? number
                : branch.isEmpty() ? symbol + "-" + number : symbol + "-" + number + "-" + branch;
    }
}
