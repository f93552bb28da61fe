package org.tsunagu.claimsformat.claim;

/// Whom a receipt is about, as its type says (本人・家族の区分).
public enum PersonClass {
    /// The insured person (本人・世帯主).
    INSURED,
    /// A child below school age (未就学者).
    PRESCHOOL,
    /// A family member (家族).
    FAMILY,
    /// Aged 70 to 74, or 75 and over (高齢受給者・後期高齢者).
    ELDERLY,
    /// Only public payers, or a type that is not in the table (区分なし).
    UNKNOWN
}
