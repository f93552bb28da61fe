package org.tsunagu.checkupformat.document;

/// Whom a settlement file is about, and where the service was given (受診者・利用者情報).
///
/// @param serviceKind 実施区分: 1 checkup, 2 guidance
/// @param facility 健診・保健指導機関番号
/// @param person without code system of the sex, which settlement files do not have
public record ClaimSubject(Field serviceKind, Field facility, Patient person) {}
