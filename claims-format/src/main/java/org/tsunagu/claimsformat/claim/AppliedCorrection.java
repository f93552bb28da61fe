package org.tsunagu.claimsformat.claim;

/// An instruction of the review body (補正) that was carried out.
///
/// @param kind 1 added, 2 replaced, 3 deleted
/// @param record of the target, else of the new record
/// @param items numbers of the items concerned, joined by `:`
/// @param reason code of the reason; two tables, `I03` for the payment fund and `I04` for the federation
/// @param fileLine line of the instruction
public record AppliedCorrection(int kind, String record, String items, String reason, int fileLine) {}
