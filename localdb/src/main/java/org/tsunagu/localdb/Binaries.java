package org.tsunagu.localdb;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The programs of PostgreSQL (実行ファイル), unpacked once into a folder. A folder that was not finished is made again.
final class Binaries {

    private static final String COMPLETE = "complete";

    private final Path folder;

    private Binaries(Path folder) {
        this.folder = folder;
    }

    /// Unpacks into the folder unless it has been done.
    ///
    /// @throws DatabaseFailed when there are no programs for this machine or they cannot be written
    static Binaries in(Path folder) {
        try {
            if (!Files.exists(folder.resolve(COMPLETE))) {
                unpack(folder);
                Files.createFile(folder.resolve(COMPLETE));
            }
            return new Binaries(folder);
        } catch (IOException e) {
            throw new DatabaseFailed("cannot unpack PostgreSQL into %s".formatted(folder), e);
        }
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static void unpack(Path folder) throws IOException {
        var name = "/postgres-%s-%s.txz".formatted(system(), processor());
        try (var packed = Binaries.class.getResourceAsStream(name)) {
            if (packed == null) {
                throw new DatabaseFailed(
                        "no PostgreSQL for this machine (%s); name a server of your own with --database"
                                .formatted(name));
            }
            try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(tar, entry, folder);
                }
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("a path out of the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    }

    private static String processor() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            case String other -> other;
        };
    }
}
