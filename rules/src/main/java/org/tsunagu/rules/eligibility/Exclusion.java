package org.tsunagu.rules.eligibility;

import java.time.LocalDate;
import java.util.Optional;

/// A reason for which a person is not a target (除外事由), with the time it lasts.
///
/// @param code row of `exclusions.tsv`, for example `HOSPITAL_6M`
/// @param to last day; empty while it lasts
public record Exclusion(String code, LocalDate from, Optional<LocalDate> to) {}
