package org.tsunagu.app.access;

/// An insurer (保険者).
///
/// @param number official number, eight digits
public record Insurer(InsurerId id, String number, String name) {}
