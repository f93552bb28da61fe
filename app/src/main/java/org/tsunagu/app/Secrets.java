package org.tsunagu.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/// Passwords that this installation makes for itself (内部パスワード), each in a file that only its account can read.
final class Secrets {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Path folder;

    Secrets(Path data) {
        this.folder = data.resolve("secrets");
    }

    /// The password of a name, made when first asked for.
    String password(String name, int length) {
        var file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                var fresh = Files.createTempFile(
                        folder,
                        name,
                        ".new",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(fresh, random(length));
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String random(int length) {
        var random = new SecureRandom();
        var letters = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }
}
