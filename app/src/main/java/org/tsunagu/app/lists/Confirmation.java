package org.tsunagu.app.lists;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/// A step of the doctor's confirmation as recorded (主治医の確認の記録).
///
/// @param step what was done, a trigger of the steps of the programme
/// @param state what it led to
/// @param doctor who was asked, as written
public record Confirmation(
        String step, String state, LocalDate day, String doctor, String note, String staff, OffsetDateTime at) {}
