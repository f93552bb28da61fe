package org.tsunagu.claimsformat.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.tsunagu.claimsformat.record.ClaimFile.Opening;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;

/// Finds the claim files of a delivery (レセプトファイルの探索) in folders, archives and archives inside
/// archives, by their names and by how they begin. Other files are reported and passed over. Nothing is
/// unpacked to the disk.
public final class ClaimFiles {

    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, TextEncoding.WINDOWS_31J.charset(), StandardCharsets.ISO_8859_1);
    private static final String INSIDE = "!";
    private static final int MOST_ASKED = 50;
    private static final int DEEPEST_ASKED = 3;

    private final ClaimFileLimits limits;
    private final Reporter reporter;
    private final Consumer<ClaimFile> sink;
    private int entries;
    private boolean isOverLimit;

    /// @param sink takes each file; one in an archive can be opened only while the sink has it
    public ClaimFiles(ClaimFileLimits limits, Reporter reporter, Consumer<ClaimFile> sink) {
        this.limits = limits;
        this.reporter = reporter;
        this.sink = sink;
    }

    /// Whether a file is one with claims, or an archive that holds one; decided by how the files begin, of
    /// which an archive is asked a few.
    ///
    /// @throws IOException if it cannot be read
    public static boolean holdsClaims(Path path) throws IOException {
        var beginning = beginning(() -> Files.newInputStream(path));
        if (!FileNames.isZip(beginning)) {
            return FileNames.family(beginning).isPresent();
        }
        try (var zip = open(path)) {
            var all = zip.entries();
            for (var asked = 0; asked < MOST_ASKED && all.hasMoreElements(); asked++) {
                var entry = all.nextElement();
                var limits = ClaimFileLimits.standard();
                try (var in = new BoundedStream(zip.getInputStream(entry), limits, entry.getCompressedSize(), -1)) {
                    if (!entry.isDirectory() && holdsClaims(in, 1)) {
                        return true;
                    }
                }
            }
            return false;
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }

    private static boolean holdsClaims(InputStream file, int depth) throws IOException {
        var pushed = new PushbackInputStream(file, FileNames.BEGINNING);
        var beginning = pushed.readNBytes(FileNames.BEGINNING);
        pushed.unread(beginning);
        if (!FileNames.isZip(beginning) || depth > DEEPEST_ASKED) {
            return FileNames.family(beginning).isPresent();
        }
        var zip = new ZipInputStream(pushed, TextEncoding.WINDOWS_31J.charset());
        var asked = 0;
        for (var entry = zip.getNextEntry(); entry != null && asked < MOST_ASKED; entry = zip.getNextEntry()) {
            asked++;
            if (!entry.isDirectory() && holdsClaims(zip, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    /// Looks at a file that lies under another name than it was given with.
    ///
    /// @param name as the sender called it, for the kind and for problems
    public void find(Path path, String name) {
        look(path, Place.of(name));
    }

    /// Looks through a folder in the order of names, or looks at a file.
    public void find(Path path) {
        if (!Files.isDirectory(path)) {
            look(path);
            return;
        }
        try (var walk = Files.walk(path)) {
            walk.filter(Files::isRegularFile).sorted().forEach(this::look);
        } catch (IOException e) {
            unreadable(Place.of(path.toString()), e);
        }
    }

    private void look(Path path) {
        look(path, Place.of(path.toString()));
    }

    private void look(Path path, Place place) {
        if (isOneTooMany(place)) {
            return;
        }
        try {
            var beginning = beginning(() -> Files.newInputStream(path));
            if (FileNames.isZip(beginning)) {
                zip(path, place);
            } else {
                take(place, Files.size(path), beginning, () -> Files.newInputStream(path));
            }
        } catch (IOException e) {
            unreadable(place, e);
        }
    }

    private static byte[] beginning(Opening opening) throws IOException {
        try (var in = opening.open()) {
            return in.readNBytes(FileNames.BEGINNING);
        }
    }

    private void take(Place place, long size, byte[] beginning, Opening opening) {
        var name = place.entry().isEmpty() ? place.file() : place.entry();
        var rule = FileNames.rule(name);
        var family = rule.isPresent() ? FileNames.familyOfNamed(beginning) : FileNames.family(beginning);
        if (family.isPresent()) {
            sink.accept(new ClaimFile(
                    place.file(), place.entry(), family.get(), rule.flatMap(FileNames.Rule::kind), size, opening));
        } else {
            reporter.report(rule.isPresent() ? "CLM-FILE-KIND" : "CLM-FILE-IGNORED", place);
        }
    }

    private void zip(Path path, Place place) throws IOException {
        try (var zip = open(path)) {
            var all = zip.entries();
            while (all.hasMoreElements() && !isOverLimit) {
                var entry = all.nextElement();
                if (!entry.isDirectory()) {
                    entry(
                            Place.of(place.file(), entry.getName()),
                            entry.getSize(),
                            1,
                            () -> new BoundedStream(
                                    zip.getInputStream(entry), limits, entry.getCompressedSize(), entry.getCrc()));
                }
            }
        }
    }

    /// Names are UTF-8 or, from older programs, windows-31j.
    private static ZipFile open(Path path) throws IOException {
        var failure = new ZipException("no charset");
        for (var charset : CHARSETS) {
            try {
                return new ZipFile(path.toFile(), charset);
            } catch (ZipException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private void entry(Place place, long size, int depth, Opening opening) {
        if (isOneTooMany(place)) {
            return;
        }
        try {
            var beginning = beginning(opening);
            if (!FileNames.isZip(beginning)) {
                take(place, size, beginning, opening);
            } else if (depth >= limits.depth()) {
                reporter.report("CLM-ZIP-DEPTH", place, "expected", String.valueOf(limits.depth()));
            } else {
                nested(place, Math.max(size, 1), depth + 1, opening);
            }
        } catch (LimitExceeded e) {
            reporter.report(e.check(), place, "expected", e.limit());
        } catch (IOException | IllegalArgumentException e) {
            unreadable(place, e);
        }
    }

    /// An archive inside an archive has no directory that could be looked up: it is walked from its
    /// beginning, and once more for each of its files that is opened.
    private void nested(Place place, long size, int depth, Opening archive) throws IOException {
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(archive.open(), TextEncoding.WINDOWS_31J.charset())) {
            for (var entry = zip.getNextEntry(); entry != null && !isOverLimit; entry = zip.getNextEntry()) {
                names.add(entry.isDirectory() ? "" : entry.getName());
                if (names.size() > limits.entries()) {
                    isOneTooMany(place);
                    return;
                }
            }
        }
        for (var i = 0; i < names.size(); i++) {
            var index = i;
            if (!names.get(i).isEmpty()) {
                entry(
                        Place.of(place.file(), place.entry() + INSIDE + names.get(i)),
                        -1,
                        depth,
                        () -> at(archive, index, size));
            }
        }
    }

    private InputStream at(Opening archive, int index, long size) throws IOException {
        var zip = new ZipInputStream(archive.open(), TextEncoding.WINDOWS_31J.charset());
        ZipEntry entry = zip.getNextEntry();
        for (var i = 0; i < index && entry != null; i++) {
            entry = zip.getNextEntry();
        }
        return new BoundedStream(zip, limits, size, -1);
    }

    private boolean isOneTooMany(Place place) {
        entries++;
        if (entries > limits.entries() && !isOverLimit) {
            isOverLimit = true;
            reporter.report("CLM-ZIP-ENTRIES", place, "expected", String.valueOf(limits.entries()));
        }
        return isOverLimit;
    }

    private void unreadable(Place place, Exception failure) {
        reporter.report(
                "CLM-FILE-UNREADABLE", place, "reason", failure.getClass().getSimpleName());
    }
}
