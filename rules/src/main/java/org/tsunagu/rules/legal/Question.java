package org.tsunagu.rules.legal;

import java.time.LocalDate;

/// Who asks whom for which data about a person of which age on which day (情報提供の問い合わせ). Codes
/// as in the tables.
///
/// @param requester a party of `parties.tsv`
/// @param holder a party of `parties.tsv`
/// @param dataClass of `data-classes.tsv`
/// @param purpose what the data are for, of `purposes.tsv`; empty for whether anything allows it at all
/// @param age in completed years on the day of the request
/// @param day of the request, not of the checkup
public record Question(String requester, String holder, String dataClass, String purpose, int age, LocalDate day) {}
