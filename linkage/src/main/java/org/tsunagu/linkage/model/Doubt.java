package org.tsunagu.linkage.model;

/// Why a match is never automatic (自動にしない理由).
public enum Doubt {
    /// Same family name and birth date, another given name: twins (双子の可能性).
    TWINS,
    /// Same birth date and given name, another family name: marriage or divorce (婚姻等による改姓の可能性).
    NEW_FAMILY_NAME,
    /// Another record fits equally well (同じ程度に合う別の記録).
    EQUALLY_GOOD
}
