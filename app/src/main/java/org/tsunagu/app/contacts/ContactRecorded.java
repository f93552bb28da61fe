package org.tsunagu.app.contacts;

import java.time.LocalDate;
import java.util.Optional;
import org.tsunagu.app.access.InsurerId;

/// A contact was recorded (連絡の記録). Announced within the transaction that records it.
///
/// @param taskId 0 for a contact without a task
/// @param nextDay when to go on with it
public record ContactRecorded(InsurerId insurer, long memberId, long taskId, Optional<LocalDate> nextDay) {}
