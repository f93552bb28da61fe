package org.tsunagu.claimsformat.master;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.tsunagu.claimsformat.master.Source.BeyondLimit;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;

/// Finds the master files of a folder (マスターの発見): flat or in sub-folders, zipped or not, a ZIP in
/// a ZIP as well.
final class Sources {

    static final int MOST_BYTES = 1 << 27;
    static final int MOST_ENTRIES = 10_000;

    private static final Charset NAMES = Charset.forName("windows-31j");
    private static final String ZIP = ".zip";

    private final Reporter problems;
    private final List<Source> found = new ArrayList<>();

    private Sources(Reporter problems) {
        this.problems = problems;
    }

    /// All masters in a folder (or the one file), in the order in which they have to be loaded.
    static List<Source> in(Path folder, Reporter problems) {
        var sources = new Sources(problems);
        try (var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).sorted().forEach(sources::file);
        } catch (IOException e) {
            problems.report("MST-UNREADABLE", Place.of(folder.toString()), "reason", reason(e));
        }
        if (sources.found.isEmpty()) {
            problems.report("MST-NOTHING", Place.of(folder.toString()));
        }
        return sources.found.stream().sorted(Source.ORDER).toList();
    }

    private void file(Path file) {
        var place = Place.of(file.toString());
        if (isZip(file.toString())) {
            zip(file, place);
            return;
        }
        FileName.of(file.toString())
                .ifPresentOrElse(
                        name -> found.add(new Source(place, name, () -> read(file))),
                        () -> problems.report("MST-IGNORED", place));
    }

    private static boolean isZip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(ZIP);
    }

    private static byte[] read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return bounded(in);
        }
    }

    private static byte[] bounded(InputStream in) throws IOException {
        var bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new BeyondLimit("> " + MOST_BYTES + " bytes");
        }
        return bytes;
    }

    private void zip(Path file, Place place) {
        var outer = FileName.of(file.toString());
        try (var zip = new ZipFile(file.toFile(), NAMES)) {
            if (zip.size() > MOST_ENTRIES) {
                problems.report("MST-LIMIT", place, "reason", "> " + MOST_ENTRIES + " entries");
                return;
            }
            var entries = zip.stream().filter(entry -> !entry.isDirectory()).toList();
            for (var entry : entries) {
                var at = Place.of(file.toString(), entry.getName());
                if (isZip(entry.getName())) {
                    inner(zip, entry, at, outer);
                } else {
                    entry(at, named(entry.getName(), outer, entries.size()), () -> entry(file, entry.getName()));
                }
            }
        } catch (IOException e) {
            problems.report("MST-UNREADABLE", place, "reason", reason(e));
        }
    }

    private void entry(Place at, Optional<FileName> name, Source.Content content) {
        name.ifPresentOrElse(
                known -> found.add(new Source(at, known, content)), () -> problems.report("MST-IGNORED", at));
    }

    /// What the names of an entry and of the ZIP around it say together: a ZIP named ALL holds a
    /// complete file, and a lone text file of any name is what the ZIP says.
    private static Optional<FileName> named(String entry, Optional<FileName> outer, int entries) {
        var own = FileName.of(entry);
        if (own.isEmpty()) {
            var small = entry.toLowerCase(Locale.ROOT);
            var isText = small.endsWith(".txt") || small.endsWith(".csv");
            return entries == 1 && isText ? outer : Optional.empty();
        }
        var saysAll = outer.filter(around -> around.saysAll()
                        && around.kind() == own.get().kind()
                        && around.edition().equals(own.get().edition()))
                .isPresent();
        return saysAll ? own.map(name -> new FileName(name.kind(), name.edition(), true)) : own;
    }

    private static byte[] entry(Path file, String name) throws IOException {
        try (var zip = new ZipFile(file.toFile(), NAMES)) {
            var entry = zip.getEntry(name);
            if (entry == null) {
                throw new IOException("no such entry");
            }
            try (var in = zip.getInputStream(entry)) {
                return bounded(in);
            }
        }
    }

    /// A ZIP in a ZIP is opened once to see its names, and again when a file of it is read; a third
    /// level is not.
    private void inner(ZipFile zip, ZipEntry entry, Place place, Optional<FileName> outer) {
        try (var in = zip.getInputStream(entry)) {
            var bytes = bounded(in);
            var own = FileName.of(entry.getName()).or(() -> outer);
            var names = names(bytes);
            for (var name : names) {
                var at = Place.of(place.file(), place.entry() + "/" + name);
                entry(at, isZip(name) ? Optional.empty() : named(name, own, names.size()), () -> entry(bytes, name));
            }
        } catch (BeyondLimit e) {
            problems.report("MST-LIMIT", place, "reason", reason(e));
        } catch (IOException e) {
            problems.report("MST-UNREADABLE", place, "reason", reason(e));
        }
    }

    private static List<String> names(byte[] zip) throws IOException {
        var names = new ArrayList<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), NAMES)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    names.add(entry.getName());
                }
                if (names.size() > MOST_ENTRIES) {
                    throw new BeyondLimit("> " + MOST_ENTRIES + " entries");
                }
            }
        }
        return names;
    }

    private static byte[] entry(byte[] zip, String name) throws IOException {
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), NAMES)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return bounded(in);
                }
            }
        }
        throw new IOException("no such entry");
    }

    /// Why, in few words and without a path.
    static String reason(IOException failure) {
        return failure instanceof BeyondLimit
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
    }
}
