package org.tsunagu.app.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.tsunagu.checkupformat.archive.EntryKind;
import org.tsunagu.checkupformat.cda.XmlLimits;
import org.tsunagu.checkupformat.problems.ReceptionContext;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.codes.problem.Severity;

/// Which way a file is read (ファイルの種類): an archive by its first bytes, an employer's CSV by its name, everything else as
/// a single XML document.
final class ReceptionFiles {

    private enum Form {
        ARCHIVE,
        CSV,
        XML
    }

    private ReceptionFiles() {}

    static int documents(Path file, String shownName) {
        return switch (form(file, shownName)) {
            case ARCHIVE -> ArchiveReception.documents(file);
            case CSV -> new CsvReception(shownName, ReceptionContext.on(LocalDate.EPOCH)).documents(file);
            case XML -> 1;
        };
    }

    /// Reads a file to its end.
    ///
    /// @return whether the file is refused as a whole
    static boolean read(Path file, String shownName, ReceptionContext context, ArchiveReception.Sink sink) {
        return switch (form(file, shownName)) {
            case ARCHIVE -> new ArchiveReception(shownName, context, sink).read(file);
            case CSV -> new CsvReception(shownName, context).read(file, sink);
            case XML -> single(file, shownName, context, sink);
        };
    }

    private static boolean single(Path file, String shownName, ReceptionContext context, ArchiveReception.Sink sink) {
        var received = single(file, shownName, context, Repaired.NOTHING);
        if (received.isDocument()) {
            sink.entries(List.of(received), 1);
        } else {
            sink.problems(received.problems());
        }
        return ArchiveReception.worst(received.problems())
                .filter(severity -> severity == Severity.REFUSES_FILE)
                .isPresent();
    }

    private static Received single(Path file, String shownName, ReceptionContext context, Repaired repaired) {
        return EntryReader.of(context)
                .read(
                        Place.of(shownName),
                        EntryKind.DATA,
                        reporter -> bytes(file, shownName, reporter),
                        repaired.repair(""));
    }

    /// Reads single documents again, by the name of their entry, with what has been put right in them, one after the
    /// other.
    static void again(Path file, String shownName, ReceptionContext context, Repaired wanted, Consumer<Received> sink) {
        switch (form(file, shownName)) {
            case ARCHIVE -> ArchiveReception.again(file, shownName, context, wanted, sink);
            case CSV -> new CsvReception(shownName, context).again(file, wanted, sink);
            case XML -> sink.accept(single(file, shownName, context, wanted));
        }
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

    private static Form form(Path file, String shownName) {
        var name = shownName.toLowerCase(Locale.ROOT);
        try (var in = Files.newInputStream(file)) {
            var first = in.readNBytes(4);
            var isZip = first.length == 4 && first[0] == 'P' && first[1] == 'K';
            if (isZip || name.endsWith(".zip")) {
                return Form.ARCHIVE;
            }
            var isMarkup = first.length > 0 && first[0] == '<';
            return name.endsWith(".csv") && !isMarkup ? Form.CSV : Form.XML;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
