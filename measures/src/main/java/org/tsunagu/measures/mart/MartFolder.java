package org.tsunagu.measures.mart;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The folder of a mart (集計用データの置き場): versions side by side, and one file that names the version in force.
///
/// A version is written beside the others and comes into force by replacing that file, so readers see the old mart or
/// the
/// new one and never a half of either, also when a writer dies.
public final class MartFolder {

    private static final String CURRENT = "current";
    private static final String BEGUN = ".begun-";
    private static final String VERSION = "version-";

    private final Path root;

    /// The mart in a folder, which may be empty or not there yet.
    public MartFolder(Path root) {
        this.root = root;
    }

    /// The version in force; absent before the first.
    public Optional<Path> current() throws IOException {
        var file = root.resolve(CURRENT);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        var version = root.resolve(Files.readString(file).strip());
        return Files.isDirectory(version) ? Optional.of(version) : Optional.empty();
    }

    /// Files of a table in a version, in the order of their names.
    public static List<Path> files(Path version, String table) throws IOException {
        var folder = version.resolve(table);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    /// Keeps other writers out until it is closed.
    ///
    /// @throws MartBusy if another writer is at work
    FileChannel lock() throws IOException {
        Files.createDirectories(root);
        var channel = FileChannel.open(root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new MartBusy();
        }
        return channel;
    }

    /// A folder for a new version, after what dead writers left is cleared away.
    Path begin() throws IOException {
        for (var left : folders(BEGUN)) {
            delete(left);
        }
        return Files.createTempDirectory(root, BEGUN);
    }

    /// Puts a version in force; of the older ones the latest stays for those who are reading it.
    Path publish(Path begun) throws IOException {
        var before = current();
        var version = root.resolve(VERSION + (latest() + 1));
        Files.move(begun, version);
        var next = Files.writeString(root.resolve(".next"), version.getFileName() + "\n");
        replace(next, root.resolve(CURRENT));
        for (var old : folders(VERSION)) {
            if (!old.equals(version) && !before.filter(old::equals).isPresent()) {
                delete(old);
            }
        }
        return version;
    }

    private static void replace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private long latest() throws IOException {
        return folders(VERSION).stream()
                .mapToLong(
                        folder -> Long.parseLong(folder.getFileName().toString().substring(VERSION.length())))
                .max()
                .orElse(0);
    }

    private List<Path> folders(String prefix) throws IOException {
        try (var files = Files.list(root)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    /// Deletes a folder with everything in it.
    public static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
