package org.tsunagu.checkupformat.document;

/// The person in the document (受診者) with the insured identifiers exactly as received.
///
/// @param insurerNumber 保険者番号 (`~.101`)
/// @param symbol 記号 (`~.204`)
/// @param number 番号 (`~.205`)
/// @param branch 枝番 (`~.211`), since 2021
/// @param name kana name; children `family` and `given` are joined
/// @param sex `1` or `2`
/// @param sexSystem code system of the sex
/// @param birth `YYYYMMDD`
public record Patient(
        Field insurerNumber,
        Field symbol,
        Field number,
        Field branch,
        Field name,
        Field sex,
        Field sexSystem,
        Field birth,
        Address address) {}
