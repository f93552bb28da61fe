package org.tsunagu.app.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.checkupformat.archive.EntryKind;
import org.tsunagu.checkupformat.cda.XmlLimits;
import org.tsunagu.checkupformat.problems.ReceptionContext;
import org.tsunagu.checkupformat.problems.Reporter;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Severity;

/// Which way a file is read (ファイルの種類): an archive by its first bytes, everything else as a single XML document.
final class ReceptionFiles {

    private ReceptionFiles() {}

    static int documents(Path file, String shownName) {
        return isArchive(file, shownName) ? ArchiveReception.documents(file) : 1;
    }

    /// Reads a file to its end.
    ///
    /// @return whether the file is refused as a whole
    static boolean read(Path file, String shownName, ReceptionContext context, ArchiveReception.Sink sink) {
        if (isArchive(file, shownName)) {
            return new ArchiveReception(shownName, context, sink).read(file);
        }
        var received = new EntryReader(context)
                .read(Place.of(shownName), EntryKind.DATA, reporter -> bytes(file, shownName, reporter));
        if (received.isDocument()) {
            sink.entries(List.of(received), 1);
        } else {
            sink.problems(received.problems());
        }
        return ArchiveReception.worst(received.problems())
                .filter(severity -> severity == Severity.REFUSES_FILE)
                .isPresent();
    }

    /// Reads single documents again, by the name of their entry.
    static List<Received> again(Path file, String shownName, ReceptionContext context, List<String> entries) {
        var read = new ArrayList<Received>();
        if (isArchive(file, shownName)) {
            ArchiveReception.again(file, shownName, context, entries::contains, read::add);
        } else {
            read.add(new EntryReader(context)
                    .read(Place.of(shownName), EntryKind.DATA, reporter -> bytes(file, shownName, reporter)));
        }
        return read;
    }

    private static Optional<byte[]> bytes(Path file, String shownName, Reporter reporter) {
        var most = XmlLimits.standard().bytes();
        try (var in = Files.newInputStream(file)) {
            var size = Files.size(file);
            if (size > most) {
                reporter.report(
                        "XML-SIZE",
                        Place.of(shownName),
                        "actual",
                        Long.toString(size),
                        "expected",
                        Integer.toString(most));
                return Optional.empty();
            }
            return Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isArchive(Path file, String shownName) {
        try (var in = Files.newInputStream(file)) {
            var first = in.readNBytes(4);
            var isZip = first.length == 4 && first[0] == 'P' && first[1] == 'K';
            return isZip || shownName.toLowerCase(java.util.Locale.ROOT).endsWith(".zip");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
