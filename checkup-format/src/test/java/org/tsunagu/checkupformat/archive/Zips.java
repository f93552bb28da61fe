package org.tsunagu.checkupformat.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tsunagu.checkupformat.Findings;

/// Archives for the tests, sound ones and damaged ones.
final class Zips {

    static final int LOCAL = 0x04034b50;
    static final int CENTRAL = 0x02014b50;
    static final int END = 0x06054b50;

    private Zips() {}

    static Map<String, byte[]> files(String... names) {
        var files = new TreeMap<String, byte[]>();
        for (var name : names) {
            files.put(name, ("<x name='" + name + "'/>").repeat(20).getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] zip(String... names) {
        return zip(files(names));
    }

    static Path write(Path folder, byte[] bytes) {
        try {
            return Files.write(folder.resolve("archive.zip"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<ArchiveReader> open(Path file, Findings findings) {
        return open(file, ArchiveLimits.standard(), findings);
    }

    static Optional<ArchiveReader> open(Path file, ArchiveLimits limits, Findings findings) {
        return ArchiveReader.open(file, "shown.zip", limits, findings.reporter());
    }

    static List<ArchiveEntry> entries(ArchiveReader archive) {
        var entries = new ArrayList<ArchiveEntry>();
        archive.forEach(entries::add);
        return entries;
    }

    static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Index of the n-th record with a signature.
    static int find(byte[] zip, int signature, int n) {
        var buffer = littleEndian(zip);
        var left = n;
        for (var i = 0; i <= zip.length - 4; i++) {
            if (buffer.getInt(i) == signature && --left == 0) {
                return i;
            }
        }
        throw new AssertionError("no such record");
    }

    /// A file that opens and gives exactly one finding when its only entry is read.
    static void refusesEntry(Path file, ArchiveLimits limits, String check) throws IOException {
        var findings = new Findings();
        try (var archive = open(file, limits, findings).orElseThrow()) {
            assertThat(archive.read(entries(archive).getFirst(), findings.reporter()))
                    .isEmpty();
        }
        assertThat(findings.codes()).containsExactly(check);
        assertThat(findings.problems().getFirst().place().entry()).isNotEmpty();
    }
}
