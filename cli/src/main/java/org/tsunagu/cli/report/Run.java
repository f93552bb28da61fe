package org.tsunagu.cli.report;

import java.time.LocalDate;

/// What the report must know about the run it tells of (実行の条件).
///
/// @param on the day of the run
/// @param schemasChecked whether the official schemas were there to check against
public record Run(LocalDate on, boolean schemasChecked) {}
