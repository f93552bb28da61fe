package org.tsunagu.checkupformat.document;

/// What a ticket says about the payment at the counter (窓口負担), as written.
///
/// @param kind 別表6: 1 nothing, 2 fixed amount, 3 rate, 4 the insurer's upper limit
/// @param amount six digits, yen
/// @param rate six digits, percent × 1000
public record Charge(Field kind, Field amount, Field rate) {

    /// The ticket says nothing.
    public static final Charge ABSENT = new Charge(Field.ABSENT, Field.ABSENT, Field.ABSENT);

    /// Whether the ticket says something.
    public boolean isThere() {
        return kind.isThere() || amount.isThere() || rate.isThere();
    }
}
