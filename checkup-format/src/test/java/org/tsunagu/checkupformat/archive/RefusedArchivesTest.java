package org.tsunagu.checkupformat.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.checkupformat.Findings;

/// Archives that are refused as a whole, before anything in them is read.
class RefusedArchivesTest {

    private static final ArchiveLimits TIGHT = new ArchiveLimits(3, 100_000, 50_000, 200, 2);

    @TempDir
    Path folder;

    private final Findings findings = new Findings();

    private void refuses(byte[] bytes, ArchiveLimits limits, String check) {
        assertThat(Zips.open(Zips.write(folder, bytes), limits, findings)).isEmpty();
        assertThat(findings.codes()).containsExactly(check);
    }

    private void refuses(byte[] bytes, String check) {
        refuses(bytes, ArchiveLimits.standard(), check);
    }

    @Test
    void an_empty_file_is_refused() {
        refuses(new byte[0], "ARCHIVE-EMPTY");
    }

    @Test
    void a_pdf_named_zip_is_refused_for_what_it_is() {
        refuses("%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII), "ARCHIVE-NOT-ZIP");
        assertThat(findings.argument("reason")).isEqualTo("pdf");
    }

    @Test
    void an_archive_that_ends_too_early_is_refused() {
        var zip = Zips.zip("root/DATA/h1.xml");
        refuses(Arrays.copyOf(zip, zip.length - 10), "ARCHIVE-NOT-ZIP");
        assertThat(findings.argument("reason")).isEqualTo("truncated");
    }

    @Test
    void a_missing_file_and_a_folder_are_unreadable() {
        assertThat(Zips.open(folder.resolve("none.zip"), findings)).isEmpty();
        assertThat(Zips.open(folder, findings)).isEmpty();
        assertThat(findings.codes()).containsExactly("ARCHIVE-UNREADABLE", "ARCHIVE-UNREADABLE");
    }

    @Test
    void an_archive_with_a_password_is_refused() {
        var zip = Zips.zip("root/DATA/h1.xml");
        Zips.littleEndian(zip).putShort(Zips.find(zip, Zips.CENTRAL, 1) + 8, (short) 1);
        refuses(zip, "ARCHIVE-ENCRYPTED");
    }

    @Test
    void a_path_that_leads_out_of_the_archive_is_refused() {
        for (var path : new String[] {
            "../h1.xml", "root/../../h1.xml", "root/..", "/etc/h1.xml", "C:/h1.xml", "..\\h1.xml", "a\nb.xml"
        }) {
            findings.problems().clear();
            refuses(Zips.zip(path), "ARCHIVE-PATH");
        }
    }

    @Test
    void dots_within_a_name_are_no_danger() throws IOException {
        try (var archive = Zips.open(Zips.write(folder, Zips.zip("root/a..b.xml", "...xml")), findings)
                .orElseThrow()) {
            assertThat(archive.entries()).isEqualTo(2);
        }
    }

    @Test
    void a_symbolic_link_is_refused() {
        var zip = Zips.zip("root/DATA/h1.xml");
        var header = Zips.find(zip, Zips.CENTRAL, 1);
        zip[header + 5] = 3;
        Zips.littleEndian(zip).putInt(header + 38, 0xa1ff0000);
        refuses(zip, "ARCHIVE-LINK");
    }

    @Test
    void folders_nested_too_deep_are_refused() {
        refuses(Zips.zip("a/b/c/h1.xml"), TIGHT, "ARCHIVE-DEPTH");
    }

    @Test
    void too_many_entries_are_refused() {
        refuses(Zips.zip("1.xml", "2.xml", "3.xml", "4.xml"), TIGHT, "ARCHIVE-ENTRIES");
    }

    @Test
    void too_large_a_sum_is_refused() {
        var file = new byte[45_000];
        new Random(1).nextBytes(file);
        refuses(Zips.zip(Map.of("1.xml", file, "2.xml", file, "3.xml", file)), TIGHT, "ARCHIVE-SIZE");
    }

    @Test
    void a_bomb_of_many_files_is_refused_by_its_ratio() {
        refuses(Zips.zip(Map.of("1.xml", new byte[4 << 20], "2.xml", new byte[4 << 20])), "ARCHIVE-RATIO");
    }

    @Test
    void entries_that_share_their_data_are_refused() {
        var zip = Zips.zip("1.xml", "2.xml");
        Zips.littleEndian(zip).putInt(Zips.find(zip, Zips.CENTRAL, 2) + 42, 0);
        refuses(zip, "ARCHIVE-OVERLAP");
    }

    @Test
    void entries_that_claim_more_than_the_file_holds_are_refused() {
        var zip = Zips.zip("1.xml", "2.xml", "3.xml");
        var directory = Zips.find(zip, Zips.CENTRAL, 1);
        for (var n = 1; n <= 3; n++) {
            Zips.littleEndian(zip).putInt(Zips.find(zip, Zips.CENTRAL, n) + 20, directory / 2);
            Zips.littleEndian(zip).putInt(Zips.find(zip, Zips.CENTRAL, n) + 42, 3 - n);
        }
        refuses(zip, "ARCHIVE-OVERLAP");
    }

    @Test
    void a_directory_with_another_number_of_entries_than_declared_is_refused() {
        var zip = Zips.zip("1.xml", "2.xml");
        Zips.littleEndian(zip).putShort(Zips.find(zip, Zips.END, 1) + 10, (short) 3);
        refuses(zip, "ARCHIVE-NOT-ZIP");
        assertThat(findings.argument("reason")).isEqualTo("entry-count");
    }

    @Test
    void damaged_archives_are_opened_or_refused_but_never_throw() throws IOException {
        var random = new Random(20_240_510);
        var sound = Zips.zip("root/ix08_V08.xml", "root/DATA/h1.xml", "root/DATA/h2.xml");
        for (var round = 0; round < 1_500; round++) {
            var damaged = Arrays.copyOf(sound, sound.length - (random.nextInt(4) == 0 ? random.nextInt(200) : 0));
            for (var i = random.nextInt(6); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            readAll(damaged);
        }
    }

    private void readAll(byte[] damaged) throws IOException {
        findings.problems().clear();
        var opened = Zips.open(Zips.write(folder, damaged), findings);
        if (opened.isEmpty()) {
            assertThat(findings.problems()).hasSize(1);
            return;
        }
        try (var archive = opened.get()) {
            for (var entry : Zips.entries(archive)) {
                archive.read(entry, findings.reporter());
            }
        }
    }
}
