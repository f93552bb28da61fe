package org.tsunagu.cli.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.tsunagu.cli.Insurer;

/// Files that no institution should send, made for tests.
final class BadInputs {

    private static final int HUGE = 300_000_000;

    private BadInputs() {}

    /// The text of one sound document.
    static String document() throws IOException {
        try (var zip =
                new ZipInputStream(Files.newInputStream(Insurer.soundArchives().getFirst()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().contains("/DATA/")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IllegalStateException("no document in the archive");
    }

    static Path file(Path folder, String name, String content, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(charset));
    }

    static Path file(Path folder, String name, String content) throws IOException {
        return file(folder, name, content, StandardCharsets.UTF_8);
    }

    static Path zip(Path folder, String name, Map<String, byte[]> entries) throws IOException {
        return Files.write(folder.resolve(name), zip(entries));
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /// A ZIP whose only entry says that it is protected by a password.
    static Path encrypted(Path folder) throws IOException {
        var bytes = zip(Map.of("x/DATA/h.xml", new byte[] {1}));
        for (var i = 0; i < bytes.length - 10; i++) {
            var isLocal = bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 3 && bytes[i + 3] == 4;
            var isCentral = bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2;
            if (isLocal || isCentral) {
                bytes[i + (isLocal ? 6 : 8)] |= 1;
            }
        }
        return Files.write(folder.resolve("encrypted.zip"), bytes);
    }

    /// An XML file with a text of 300 million zeros, which takes no room on the disk.
    static Path huge(Path folder) throws IOException {
        var path = folder.resolve("h-huge.xml");
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write("<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><title>".getBytes(StandardCharsets.UTF_8));
            file.setLength(HUGE);
        }
        return path;
    }
}
