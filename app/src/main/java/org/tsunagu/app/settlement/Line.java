package org.tsunagu.app.settlement;

/// One price of a claim or a contract (単価の明細), in yen.
///
/// @param item 別表8 of a detailed item, the code of an additional one, 別表12 of guidance; else empty
public record Line(Part part, String item, long yen) {

    /// Part and item in one.
    public String what() {
        return item.isEmpty() ? part.name() : part.name() + " " + item;
    }
}
