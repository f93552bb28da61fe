package org.tsunagu.claimsformat.claim;

/// A hospital, clinic, pharmacy or nursing station (保険医療機関・薬局・訪問看護ステーション).
///
/// @param reviewBody 1 the payment fund (支払基金), 2 the federation (国保連); empty for the prescriber of a dispensing claim
/// @param prefecture two digits
/// @param pointTable 1 medical, 3 dental, 4 dispensing, 6 nursing
/// @param code seven digits
/// @param name empty when the file does not say
public record Institution(String reviewBody, String prefecture, String pointTable, String code, String name) {

    /// Nobody known.
    public static final Institution UNKNOWN = new Institution("", "", "", "", "");

    /// The ten digits that identify it: prefecture, fee schedule, code.
    public String key() {
        return prefecture + pointTable + code;
    }
}
