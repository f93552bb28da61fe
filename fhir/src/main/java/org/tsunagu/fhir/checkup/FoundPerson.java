package org.tsunagu.fhir.checkup;

/// A person that a search has found (検索で見つかった方).
///
/// @param memberId insurer number, symbol, number and branch, with colons between
/// @param sex `1` or `2`
/// @param birth `2000-01-31`
public record FoundPerson(
        String id, String memberId, String name, String kana, String sex, String birth, String postalCode) {}
