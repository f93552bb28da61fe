package org.tsunagu.checkupformat.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.checkupformat.Findings;

/// Archives that are as they should be, in all the forms programs write them.
class ArchiveReaderTest {

    @TempDir
    Path folder;

    private final Findings findings = new Findings();

    @Test
    void every_file_is_listed_and_read_back() throws IOException {
        var files = Zips.files("root/ix08_V08.xml", "root/DATA/h1.xml", "root/CLAIMS/c1.xml");
        try (var archive =
                Zips.open(Zips.write(folder, Zips.zip(files)), findings).orElseThrow()) {
            assertThat(archive.entries()).isEqualTo(3);
            for (var entry : Zips.entries(archive)) {
                assertThat(archive.read(entry, findings.reporter())).hasValue(files.get(entry.name()));
            }
        }
        assertThat(findings.problems()).isEmpty();
    }

    @Test
    void the_directory_may_be_walked_again_and_again() throws IOException {
        try (var archive = Zips.open(Zips.write(folder, Zips.zip("a.xml", "b.xml")), findings)
                .orElseThrow()) {
            assertThat(Zips.entries(archive)).isEqualTo(Zips.entries(archive)).hasSize(2);
        }
    }

    @Test
    void folders_are_no_files() throws IOException {
        var files = new TreeMap<>(Zips.files("root/DATA/h1.xml"));
        files.put("root/", new byte[0]);
        files.put("root/DATA/", new byte[0]);
        try (var archive =
                Zips.open(Zips.write(folder, Zips.zip(files)), findings).orElseThrow()) {
            assertThat(archive.entries()).isOne();
            assertThat(Zips.entries(archive)).extracting(ArchiveEntry::name).containsExactly("root/DATA/h1.xml");
        }
    }

    @Test
    void stored_files_are_read_too() throws IOException {
        var content = "stored".repeat(30_000).getBytes(StandardCharsets.UTF_8);
        var file = folder.resolve("stored.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            var crc = new CRC32();
            crc.update(content);
            var entry = new ZipEntry("h1.xml");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
            out.putNextEntry(entry);
            out.write(content);
        }
        try (var archive = Zips.open(file, findings).orElseThrow()) {
            assertThat(archive.read(Zips.entries(archive).getFirst(), findings.reporter()))
                    .hasValue(content);
        }
    }

    @Test
    void an_empty_file_within_the_archive_is_read_as_empty() throws IOException {
        var zip = Zips.zip(Map.of("h1.xml", new byte[0]));
        try (var archive = Zips.open(Zips.write(folder, zip), findings).orElseThrow()) {
            assertThat(archive.read(Zips.entries(archive).getFirst(), findings.reporter()))
                    .hasValue(new byte[0]);
        }
    }

    @Test
    void names_of_japanese_windows_and_of_utf_8_are_understood() throws IOException {
        for (var encoding : List.of(Charset.forName("windows-31j"), StandardCharsets.UTF_8)) {
            var file = folder.resolve(encoding.name() + ".zip");
            try (var out = new ZipOutputStream(Files.newOutputStream(file), encoding)) {
                out.putNextEntry(new ZipEntry("健診表/DATA/h1.xml"));
                out.closeEntry();
            }
            try (var archive = Zips.open(file, findings).orElseThrow()) {
                assertThat(Zips.entries(archive).getFirst().name()).isEqualTo("健診表/DATA/h1.xml");
            }
        }
    }

    @Test
    void backslashes_are_taken_for_separators() throws IOException {
        try (var archive = Zips.open(Zips.write(folder, Zips.zip("root\\DATA\\h1.xml")), findings)
                .orElseThrow()) {
            assertThat(Zips.entries(archive).getFirst().kind()).isEqualTo(EntryKind.DATA);
        }
    }

    @Test
    void a_comment_at_the_end_and_bytes_before_the_archive_do_no_harm() throws IOException {
        var zip = Zips.zip("h1.xml");
        var comment = "PK\u0005\u0006 is no end record";
        var both = new byte[100 + zip.length + comment.length()];
        System.arraycopy(zip, 0, both, 100, zip.length);
        System.arraycopy(comment.getBytes(StandardCharsets.US_ASCII), 0, both, 100 + zip.length, comment.length());
        Zips.littleEndian(both).putShort(100 + zip.length - 2, (short) comment.length());
        try (var archive = Zips.open(Zips.write(folder, both), findings).orElseThrow()) {
            var entry = Zips.entries(archive).getFirst();
            assertThat(archive.read(entry, findings.reporter()))
                    .hasValue(Zips.files("h1.xml").get("h1.xml"));
        }
    }

    @Test
    void several_threads_read_at_once() throws IOException {
        var names = IntStream.range(0, 200)
                .mapToObj("root/DATA/h%03d.xml"::formatted)
                .toArray(String[]::new);
        var files = Zips.files(names);
        try (var archive =
                Zips.open(Zips.write(folder, Zips.zip(files)), findings).orElseThrow()) {
            var entries = Zips.entries(archive);
            assertThat(IntStream.range(0, 4_000).parallel().mapToObj(i -> entries.get(i % entries.size())))
                    .allSatisfy(entry ->
                            assertThat(archive.read(entry, findings.reporter())).hasValue(files.get(entry.name())));
        }
    }
}
