package org.tsunagu.cli.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tsunagu.checkupformat.archive.ArchiveEntry;
import org.tsunagu.checkupformat.archive.ArchiveLimits;
import org.tsunagu.checkupformat.archive.ArchiveReader;
import org.tsunagu.checkupformat.archive.EntryKind;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.fhir.checkup.BundleLimits;

/// The files a call names, one after the other (変換するファイル): loose ones, those in folders and those in ZIPs.
final class ConvertInputs {

    /// Takes one file (ファイルの受け手).
    interface Taker {
        /// Takes it.
        ///
        /// @param name path of the result without its ending
        void take(String name, Place place, byte[] bytes) throws IOException;
    }

    /// Bundles pack far better than CDA documents.
    private static final int RATIO = 1000;

    private static final ArchiveLimits LIMITS =
            new ArchiveLimits(2_000_000, 256L << 30, BundleLimits.standard().bytes(), RATIO, 8);

    private final boolean isToFhir;
    private final Reporter reporter;
    private final Taker taker;
    private int taken;

    ConvertInputs(boolean isToFhir, Reporter reporter, Taker taker) {
        this.isToFhir = isToFhir;
        this.reporter = reporter;
        this.taker = taker;
    }

    /// Reads a file, a ZIP or what lies in a folder.
    ///
    /// @return whether anything was taken or found wrong
    boolean read(Path path) throws IOException {
        var before = taken;
        if (Files.isDirectory(path)) {
            folder(path);
        } else if (Files.isReadable(path)) {
            file(path);
        } else {
            told("ARCHIVE-UNREADABLE", Place.of(path.toString()), "reason", "NoSuchFile");
        }
        return taken > before;
    }

    private void told(String check, Place place, String... arguments) {
        taken++;
        reporter.report(check, place, arguments);
    }

    private void take(String name, Place place, byte[] bytes) throws IOException {
        taken++;
        taker.take(name, place, bytes);
    }

    private void folder(Path folder) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> isZip(file.toString()) || isMeant(file.toString()))
                    .sorted()
                    .toList();
        }
        for (var file : files) {
            file(file);
        }
    }

    private void file(Path path) throws IOException {
        var place = Place.of(path.toString());
        if (isZip(path.toString())) {
            archive(path);
        } else if (Files.size(path) > BundleLimits.standard().bytes()) {
            told(
                    "XML-SIZE",
                    place,
                    "actual",
                    String.valueOf(Files.size(path)),
                    "expected",
                    String.valueOf(BundleLimits.standard().bytes()));
        } else {
            take(base(String.valueOf(path.getFileName())), place, Files.readAllBytes(path));
        }
    }

    private void archive(Path path) throws IOException {
        var opened = ArchiveReader.open(path, path.toString(), LIMITS, reporter);
        if (opened.isEmpty()) {
            taken++; // the reader has said why
            return;
        }
        try (var archive = opened.get()) {
            var failed = new IOException[1];
            archive.forEach(entry -> {
                try {
                    entry(path, archive, entry);
                } catch (IOException e) {
                    failed[0] = failed[0] == null ? e : failed[0];
                }
            });
            if (failed[0] != null) {
                throw failed[0];
            }
        }
    }

    private void entry(Path path, ArchiveReader archive, ArchiveEntry entry) throws IOException {
        var isWanted = isToFhir ? entry.kind() == EntryKind.DATA : isMeant(entry.name());
        var bytes = isWanted ? archive.read(entry, reporter) : Optional.<byte[]>empty();
        if (bytes.isPresent()) {
            take(base(entry.name().replace("/DATA/", "/")), Place.of(path.toString(), entry.name()), bytes.get());
        }
    }

    private static boolean isZip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    private boolean isMeant(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || (!isToFhir && lower.endsWith(".json"));
    }

    private static String base(String name) {
        var dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
    }
}
