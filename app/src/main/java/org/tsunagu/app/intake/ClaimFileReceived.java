package org.tsunagu.app.intake;

import org.tsunagu.app.access.InsurerId;

/// A file with claims was handed in where checkups are (レセプトファイルの受付): known by how it begins.
/// Announced within the transaction that keeps it.
///
/// @param original SHA-256 of its bytes
public record ClaimFileReceived(InsurerId insurer, String original, String name, String channel, String by) {}
