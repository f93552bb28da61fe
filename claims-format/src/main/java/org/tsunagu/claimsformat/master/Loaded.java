package org.tsunagu.claimsformat.master;

/// What came of one master file (読み込みの結果).
///
/// @param file path, with the entry of a ZIP
/// @param edition the edition it went into, as it is in the store
/// @param hash SHA-256 of the file's own content, in hexadecimal
/// @param isNew whether it was not loaded before
public record Loaded(String file, Edition edition, String hash, boolean isNew) {}
