package org.tsunagu.benchmarks;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tsunagu.checkupformat.archive.ArchiveName;
import org.tsunagu.checkupformat.archive.ArchiveWriter;
import org.tsunagu.checkupformat.archive.Exchange;
import org.tsunagu.checkupformat.cda.DocumentReader;
import org.tsunagu.checkupformat.cda.XmlLimits;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.rules.Examinee;
import org.tsunagu.synthetic.Options;
import org.tsunagu.synthetic.Progress;
import org.tsunagu.synthetic.SyntheticInsurer;

/// The documents that are measured (計測用データ): those of an invented insurer of the size needed, put into one archive.
final class Corpus {

    /// Four years of the fourth period, in which a hundred members of all ages give some sixty documents.
    private static final int FIRST_YEAR = 2024;

    private static final int LAST_YEAR = 2027;

    /// The day on which these documents are received, after the last checkup.
    static final String RECEIVED = "2028-04-01";

    private static final String FACILITY = "9911000017";

    private Corpus() {}

    /// Makes the insurer whose archives hold at least so many documents.
    static Path insurer(Path folder, int documents) throws IOException {
        var out = folder.resolve("insurer-" + documents);
        if (!Files.exists(out)) {
            var members = Math.max(1_000, documents * 2);
            new SyntheticInsurer()
                    .generate(Options.standard(out).sized(members, FIRST_YEAR, LAST_YEAR), Progress.SILENT);
        }
        return out;
    }

    /// One archive with the first documents of an insurer.
    static Path archive(Path folder, Path insurer, int documents) throws IOException {
        var name = new ArchiveName(FACILITY, Options.UNASSIGNED_INSURER, LocalDate.parse(RECEIVED), 0, 1);
        var file = Files.createDirectories(folder.resolve(String.valueOf(documents)))
                .resolve(name + ".zip");
        if (Files.exists(file)) {
            return file;
        }
        try (var archive = ArchiveWriter.create(
                        new BufferedOutputStream(Files.newOutputStream(file)),
                        name,
                        Exchange.of("6"),
                        Optional.empty());
                var all = written(insurer)) {
            for (var bytes : (Iterable<byte[]>) all.limit(documents)::iterator) {
                archive.addWritten(FACILITY, bytes);
            }
        }
        return file;
    }

    /// The same documents inflated, one behind the other with its length before it and a length of 0 at the end: what
    /// the
    /// peers read that have nothing to do with archives.
    static Path inflated(Path archive) throws IOException {
        var file = archive.resolveSibling("inflated.bin");
        if (Files.exists(file)) {
            return file;
        }
        try (var zip = new ZipFile(archive.toFile());
                var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (isDocument(entry)) {
                    try (var in = zip.getInputStream(entry)) {
                        var bytes = in.readAllBytes();
                        out.writeInt(bytes.length);
                        out.write(bytes);
                    }
                }
            }
            out.writeInt(0);
        }
        return file;
    }

    private static boolean isDocument(ZipEntry entry) {
        return entry.getName().contains("/DATA/");
    }

    /// The documents as written, in the order of the archives.
    private static Stream<byte[]> written(Path insurer) throws IOException {
        List<Path> archives;
        try (var files = Files.list(insurer.resolve("archives"))) {
            archives = files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        }
        return archives.stream().flatMap(Corpus::documentsOf);
    }

    private static Stream<byte[]> documentsOf(Path archive) {
        try (var zip = new ZipFile(archive.toFile())) {
            var documents = zip.stream()
                    .filter(Corpus::isDocument)
                    .map(entry -> {
                        try (var in = zip.getInputStream(entry)) {
                            return in.readAllBytes();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
            return documents.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first documents as records.
    static List<CheckupDocument> documents(Path insurer, int count) throws IOException {
        var reader = new DocumentReader(Items.shipped(), XmlLimits.standard());
        var reporter = new Reporter(CheckupCatalogue.shipped(), problem -> {
            throw new IllegalStateException("an invented document is refused: " + problem.code());
        });
        try (var all = written(insurer)) {
            return all.limit(count)
                    .map(bytes -> (CheckupDocument)
                            reader.read(bytes, Place.of("corpus"), reporter).orElseThrow())
                    .toList();
        }
    }

    static Examinee examinee(CheckupDocument document) {
        var header = document.header();
        return new Examinee(
                header.sex().orElseThrow(),
                header.birthDay().orElseThrow(),
                header.examDay().orElseThrow());
    }

    static CheckupValues values(CheckupDocument document) {
        return document.values(Items.shipped());
    }
}
