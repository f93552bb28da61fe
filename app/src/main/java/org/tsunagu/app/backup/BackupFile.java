package org.tsunagu.app.backup;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A backup that is there (バックアップファイル): read from its beginning to its end, once to check it and once to restore it.
public final class BackupFile {

    private static final int MOST_MANIFEST_BYTES = 1 << 29;

    private final Path file;
    private final Optional<char[]> passphrase;

    private BackupFile(Path file, Optional<char[]> passphrase) {
        this.file = file;
        this.passphrase = passphrase;
    }

    /// A file.
    ///
    /// @param passphrase asked for when the file is encrypted
    /// @throws BackupRefused if there is none, or no passphrase for it
    public static BackupFile of(Path file, Supplier<Optional<char[]>> passphrase) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BackupRefused("missing", file.toString());
        }
        try (var in = Files.newInputStream(file)) {
            if (!Arrays.equals(in.readNBytes(Sealing.MAGIC.length), Sealing.MAGIC)) {
                return new BackupFile(file, Optional.empty());
            }
        }
        var given = passphrase.get();
        if (given.isEmpty()) {
            throw new BackupRefused("passphrase.needed", "");
        }
        return new BackupFile(file, given);
    }

    /// Takes a part.
    @FunctionalInterface
    interface Receiver {
        void accept(String name, InputStream in) throws IOException;
    }

    /// Reads it all and compares every digest, before anybody writes anything.
    ///
    /// @param said receives how many parts have been checked
    /// @throws BackupRefused if anything about it is not as it was written
    public Manifest check(ObjLongConsumer<String> said) throws IOException {
        requireEndSeal();
        var found = new HashMap<String, Manifest.Part>();
        var manifests = new HashMap<String, byte[]>();
        each((name, in) -> {
            if (name.equals(Manifest.NAME)) {
                manifests.put(name, in.readNBytes(MOST_MANIFEST_BYTES));
            } else {
                var digests = new Digests(OutputStream.nullOutputStream());
                in.transferTo(digests);
                found.put(name, new Manifest.Part(name, digests.size(), digests.hex()));
                if (found.size() % 1000 == 0) {
                    said.accept("checked", found.size());
                }
            }
        });
        var manifest = manifest(manifests);
        var expected = manifest.parts().stream().collect(Collectors.toMap(Manifest.Part::name, part -> part));
        if (!found.equals(expected)) {
            throw new BackupRefused("damaged", "parts");
        }
        said.accept("checked", found.size());
        return manifest;
    }

    private static Manifest manifest(Map<String, byte[]> manifests) {
        var bytes = manifests.get(Manifest.NAME);
        if (bytes == null) {
            throw new BackupRefused("damaged", Manifest.NAME);
        }
        try {
            var manifest = JsonMapper.shared().readValue(bytes, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new BackupRefused("newer", "format " + manifest.format());
            }
            return manifest;
        } catch (JacksonException e) {
            throw new BackupRefused("damaged", Manifest.NAME);
        }
    }

    private void requireEndSeal() throws IOException {
        if (passphrase.isEmpty()) {
            try (var in = new BufferedInputStream(Files.newInputStream(file))) {
                if (!EndSeal.holds(in, Files.size(file))) {
                    throw new BackupRefused("damaged", "end");
                }
            }
        }
    }

    /// Hands every part to a receiver, in the order of the file.
    void each(Receiver receiver) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                var content = passphrase.isPresent() ? new SealedInput(in, passphrase.get()) : in;
                var zip = new ZipInputStream(content)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                receiver.accept(entry.getName(), zip);
            }
            // What comes behind the parts is authenticated as well.
            content.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException | EOFException e) {
            throw new BackupRefused("damaged", String.valueOf(e.getMessage()));
        }
    }
}
