package org.tsunagu.fhir.checkup;

/// The addresses of one page of a search (検索結果のページ).
///
/// @param base address of the server, without a slash at its end
/// @param self address of this page
/// @param next address of the next one; empty on the last
public record SearchPage(String base, String self, String next) {}
