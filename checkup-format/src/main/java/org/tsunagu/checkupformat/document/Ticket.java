package org.tsunagu.checkupformat.document;

/// A ticket in the document (受診券・利用券), a `participant` of type HLD.
///
/// @param function `1` checkup ticket, `2` guidance ticket
/// @param validUntil `time/high`, `YYYYMMDD`
/// @param number eleven digits
/// @param root OID of the number, `~.209.1<insurer number>`
/// @param insurerNumber of `scopingOrganization`
public record Ticket(Field function, Field validUntil, Field number, Field root, Field insurerNumber) {}
