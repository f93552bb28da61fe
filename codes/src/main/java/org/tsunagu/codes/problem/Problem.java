package org.tsunagu.codes.problem;

import java.util.Map;

/// What is wrong with a file (不備): a stable code, how much it weighs, where it stands, and the arguments of its text.
/// Bad input is data: a problem is never an exception. Arguments hold codes, lengths and item values, never names or
/// insured numbers.
///
/// @param code stable id, for example `CHK-ITM-005`; never changes meaning
/// @param arguments values of the named placeholders of the text, for example `actual`, `expected`
public record Problem(String code, Severity severity, Place place, Map<String, String> arguments) {}
