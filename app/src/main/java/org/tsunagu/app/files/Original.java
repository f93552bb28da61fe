package org.tsunagu.app.files;

import java.nio.file.Path;

/// A file as received (原本).
///
/// @param hash SHA-256, 64 hexadecimal digits
/// @param path where its bytes lie
/// @param isNew whether these bytes had not been received before
public record Original(String hash, long size, String name, Path path, boolean isNew) {}
