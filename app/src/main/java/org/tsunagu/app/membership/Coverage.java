package org.tsunagu.app.membership;

import java.time.LocalDate;
import java.util.Optional;

/// A time of being insured here (資格期間), both days included.
///
/// @param to empty while it lasts
/// @param reason why it ended, in the code of the register; empty while it lasts
public record Coverage(LocalDate from, Optional<LocalDate> to, String reason) {}
