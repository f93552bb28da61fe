package org.tsunagu.checkupformat.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.checkupformat.Findings;

/// Large archives and large claims: what they cost stays small.
class LargeArchivesTest {

    private static final int MANY = 70_000;

    @TempDir
    Path folder;

    private final Findings findings = new Findings();

    @Test
    void a_directory_of_70_000_entries_needs_the_zip64_form_and_is_walked_whole() throws IOException {
        var file = many(MANY);
        try (var archive = Zips.open(file, findings).orElseThrow()) {
            assertThat(archive.entries()).isEqualTo(MANY);
            var count = new AtomicLong();
            archive.forEach(entry -> {
                var number = count.getAndIncrement();
                if (number % 10_000 == 9_999) {
                    assertThat(archive.read(entry, findings.reporter()))
                            .hasValue(String.valueOf(number).getBytes(StandardCharsets.UTF_8));
                }
            });
            assertThat(count).hasValue(MANY);
        }
        assertThat(findings.problems()).isEmpty();
    }

    @Test
    void zip64_sizes_and_offsets_of_an_entry_are_understood() throws IOException {
        try (var archive = Zips.open(Zips.write(folder, Zip64.of("h1.xml", "<index/>")), findings)
                .orElseThrow()) {
            var entry = Zips.entries(archive).getFirst();
            assertThat(entry.size()).isEqualTo(8);
            assertThat(archive.read(entry, findings.reporter())).hasValue("<index/>".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(findings.problems()).isEmpty();
    }

    @Test
    void a_text_of_300_megabytes_is_refused_without_a_look_at_its_data() throws IOException {
        var zip = Files.readAllBytes(textOf300Megabytes());
        // Were the data touched, the finding would be that they are damaged.
        Arrays.fill(zip, 100, 200, (byte) 0xff);
        Zips.refusesEntry(Zips.write(folder, zip), ArchiveLimits.standard(), "ARCHIVE-ENTRY-SIZE");
    }

    @Test
    void a_text_of_300_megabytes_that_claims_to_be_small_is_left_at_the_size_claimed() throws IOException {
        var zip = Files.readAllBytes(textOf300Megabytes());
        var size = Zips.find(zip, Zips.CENTRAL, 1) + 24;
        Zips.littleEndian(zip).putInt(size, 100_000);
        Zips.refusesEntry(Zips.write(folder, zip), ArchiveLimits.standard(), "ARCHIVE-TRUNCATED");
    }

    private Path textOf300Megabytes() throws IOException {
        var file = folder.resolve("text.zip");
        try (var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.setLevel(Deflater.BEST_SPEED);
            out.putNextEntry(new ZipEntry("root/DATA/h1.xml"));
            out.write("<ClinicalDocument>".getBytes(StandardCharsets.UTF_8));
            var piece = "a".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (var i = 0; i < 300; i++) {
                out.write(piece);
            }
            out.write("</ClinicalDocument>".getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private Path many(int count) throws IOException {
        var file = folder.resolve("many.zip");
        try (var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (var i = 0; i < count; i++) {
                out.putNextEntry(new ZipEntry("root/DATA/h%06d.xml".formatted(i)));
                out.write(String.valueOf(i).getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return file;
    }
}
