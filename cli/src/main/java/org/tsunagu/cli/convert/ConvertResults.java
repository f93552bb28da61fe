package org.tsunagu.cli.convert;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tsunagu.checkupformat.archive.ArchiveWriter;
import org.tsunagu.cli.output.OutputFolder;

/// The ZIP of converted documents (変換結果のZIP): a plain one, or an exchange archive. Times of entries are fixed: the
/// same input gives the same bytes.
final class ConvertResults implements AutoCloseable {

    private static final int SECOND = 2;

    private final OutputStream out;
    private final ZipOutputStream zip;
    private final Optional<ArchiveWriter> archive;
    private final String ending;
    private final Set<String> names = new HashSet<>();
    private int written;

    private ConvertResults(OutputStream out, Optional<ArchiveWriter> archive, String ending) {
        this.out = out;
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.archive = archive;
        this.ending = ending;
    }

    static ConvertResults open(ConvertRequest request, OutputFolder folder) throws IOException {
        var out = new BufferedOutputStream(Files.newOutputStream(folder.partial(request.result())), 1 << 16);
        var ending = request.isToFhir() ? request.format().ending() : "xml";
        if (request.isToFhir() || request.archive().isEmpty()) {
            return new ConvertResults(out, Optional.empty(), ending);
        }
        var name = request.archive().get();
        return new ConvertResults(
                out, Optional.of(ArchiveWriter.create(out, name, request.exchange(), request.schemas())), ending);
    }

    /// Adds a file; one that has the name of another gets a number.
    void add(String name, byte[] bytes) throws IOException {
        var unique = name;
        for (var number = SECOND; !names.add(unique); number++) {
            unique = name + "-" + number;
        }
        var entry = new ZipEntry(unique + "." + ending);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
        written++;
    }

    void addCda(String name, String facility, byte[] bytes) throws IOException {
        if (archive.isPresent()) {
            archive.get().addWritten(facility, bytes);
            written++;
        } else {
            add(name, bytes);
        }
    }

    /// Makes the file whole; a format that knows no empty archive gets an empty file.
    void complete() throws IOException {
        if (archive.isEmpty()) {
            zip.finish();
        } else if (written > 0) {
            archive.get().close();
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
