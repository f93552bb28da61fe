package org.tsunagu.synthetic.claims;

/// One row of a billing unit (明細行).
///
/// @param record `SI` for an act, `IY` for a medicine
/// @param quantity of a medicine; empty for an act
record Item(String record, String code, String quantity) {

    static Item act(String code) {
        return new Item("SI", code, "");
    }
}
