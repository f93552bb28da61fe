package org.tsunagu.rules.value;

/// A value that is there but was not used (使わなかった値).
///
/// @param why word of the state (`not_performed`, …), `unreadable`, `answer_set`, `draw_time`,
/// `other_measurement`
public record Unused(String itemCode, String text, String why) {}
