package org.tsunagu.cli.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.tsunagu.cli.check.Input.Kind;

/// The files a call names (入力の一覧): files as they were named, folders with everything below in the order of the
/// names. Links inside folders are not followed; files in them that are no archive, XML or, with a column map, CSV
/// are passed over.
final class Inputs {

    private final List<Path> paths;
    private final boolean takesCsv;

    /// @param takesCsv whether CSV files in folders are meant, too
    Inputs(List<Path> paths, boolean takesCsv) {
        var once = new LinkedHashMap<Path, Path>();
        paths.forEach(path -> once.putIfAbsent(path.toAbsolutePath().normalize(), path));
        this.paths = List.copyOf(once.values());
        this.takesCsv = takesCsv;
    }

    /// How many bytes there are.
    long size() {
        var sum = new long[1];
        forEach(input -> sum[0] += input.size());
        return sum[0];
    }

    void forEach(Consumer<Input> action) {
        for (var path : paths) {
            if (Files.isDirectory(path)) {
                folder(path, action);
            } else {
                action.accept(named(path));
            }
        }
    }

    private static Input named(Path path) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            return input(path, Kind.UNREADABLE);
        }
        return input(path, kind(path).orElseGet(() -> sniff(path)));
    }

    private void folder(Path folder, Consumer<Input> action) {
        for (var path : sorted(folder, action)) {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                folder(path, action);
            } else if (Files.isDirectory(path)) {
                // A link to a folder may lead back to where it stands: it is named, not followed.
                action.accept(input(path, Kind.UNREADABLE));
            } else if (Files.isRegularFile(path)) {
                kind(path)
                        .filter(kind -> kind != Kind.CSV || takesCsv)
                        .ifPresent(kind -> action.accept(input(path, kind)));
            }
        }
    }

    private static List<Path> sorted(Path folder, Consumer<Input> action) {
        var below = new ArrayList<Path>();
        try (var stream = Files.newDirectoryStream(folder)) {
            stream.forEach(below::add);
        } catch (IOException | DirectoryIteratorException e) {
            action.accept(input(folder, Kind.UNREADABLE));
        }
        below.sort(Comparator.comparing(Path::toString));
        return below;
    }

    private static Input input(Path path, Kind kind) {
        var size = 0L;
        try {
            size = kind == Kind.UNREADABLE ? 0 : Files.size(path);
        } catch (IOException vanished) {
            return new Input(path, path.toString(), Kind.UNREADABLE, 0);
        }
        return new Input(path, path.toString(), kind, size);
    }

    private static Optional<Kind> kind(Path path) {
        var name = path.toString().toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "zip" -> Optional.of(Kind.ARCHIVE);
            case "xml" -> Optional.of(Kind.XML);
            case "csv" -> Optional.of(Kind.CSV);
            default -> Optional.empty();
        };
    }

    /// A file without a telling name is XML when it begins like one, and else has to be an archive.
    private static Kind sniff(Path path) {
        try (var in = Files.newInputStream(path)) {
            var first = new String(in.readNBytes(16), StandardCharsets.ISO_8859_1);
            return first.contains("<") ? Kind.XML : Kind.ARCHIVE;
        } catch (IOException e) {
            return Kind.UNREADABLE;
        }
    }
}
