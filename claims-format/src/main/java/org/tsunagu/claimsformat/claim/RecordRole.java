package org.tsunagu.claimsformat.claim;

/// What a record does in a claim (レコードの役割).
enum RecordRole {
    INSTITUTION,
    RECEIPT,
    INSURANCE,
    PAYER,
    ELIGIBILITY,
    DISEASE,
    /// Carries points or yen.
    LINE,
    /// Describes what a bundled payment includes; never added.
    INCLUDED,
    /// Begins a prescription.
    PRESCRIPTION,
    /// Says when and how much of a prescription was handed out, and carries points.
    DISPENSING,
    /// A drug or material of a prescription, without points.
    SUPPLY,
    COMMENT,
    DONOR,
    TOTAL,
    MANAGEMENT,
    INSTRUCTION,
    REVIEW,
    RETURN,
    REEXAMINATION,
    OTHER,
    UNKNOWN
}
