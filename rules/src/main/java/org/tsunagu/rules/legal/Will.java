package org.tsunagu.rules.legal;

/// What the person concerned has to say before data are given (本人の同意の要否).
public enum Will {
    /// Nothing: the giving rests on law (同意不要).
    NO,
    /// It is the person's own request (本人の請求).
    OWN,
    /// Nothing, but the person may object (本人が断らない限り提供).
    OBJECTION,
    /// Consent at each visit, with the card, for a short time (受診のたびの同意).
    EACH_VISIT,
    /// Consent (同意).
    YES
}
