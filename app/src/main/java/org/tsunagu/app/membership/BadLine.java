package org.tsunagu.app.membership;

/// What is wrong with a line of the register (資格台帳の不備).
///
/// @param line line of the file, from 1
/// @param code key of the sentence in the message files
/// @param field the field concerned, as the message files name it; empty for the whole line
/// @param value what stands there, cut short; shown only to those who may take in registers
public record BadLine(int line, String code, String field, String value) {}
