package org.tsunagu.checkupformat.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.checkupformat.Findings;

/// Files that are refused one by one while the rest of the archive is read.
class RefusedEntriesTest {

    private static final ArchiveLimits STANDARD = ArchiveLimits.standard();

    @TempDir
    Path folder;

    private final byte[] zip = Zips.zip("root/DATA/h1.xml");
    private final int header = Zips.find(zip, Zips.CENTRAL, 1);

    private void refuses(byte[] bytes, String check) throws IOException {
        Zips.refusesEntry(Zips.write(folder, bytes), STANDARD, check);
    }

    @Test
    void a_zip_within_the_zip_is_refused_by_name_and_by_content() throws IOException {
        refuses(Zips.zip(Map.of("root/DATA/more.zip", zip)), "ARCHIVE-NESTED");
        refuses(Zips.zip(Map.of("root/DATA/h1.xml", zip)), "ARCHIVE-NESTED");
    }

    @Test
    void a_file_over_its_limit_is_refused_unread() throws IOException {
        var file = Zips.write(folder, Zips.zip(Map.of("h1.xml", new byte[1_001])));
        Zips.refusesEntry(file, new ArchiveLimits(9, 99_999, 1_000, 200, 8), "ARCHIVE-ENTRY-SIZE");
    }

    @Test
    void a_single_bomb_among_sound_files_is_refused_by_its_ratio() throws IOException {
        var noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        var findings = new Findings();
        var mixed = Zips.write(folder, Zips.zip(Map.of("h1.xml", new byte[4 << 20], "h2.xml", noise)));
        try (var archive = Zips.open(mixed, findings).orElseThrow()) {
            for (var entry : Zips.entries(archive)) {
                var read = archive.read(entry, findings.reporter());
                assertThat(read.isPresent()).isEqualTo(entry.name().equals("h2.xml"));
            }
        }
        assertThat(findings.codes()).containsExactly("ARCHIVE-RATIO");
    }

    @Test
    void an_unknown_method_is_refused() throws IOException {
        Zips.littleEndian(zip).putShort(header + 10, (short) 12);
        refuses(zip, "ARCHIVE-METHOD");
    }

    @Test
    void a_wrong_checksum_is_refused() throws IOException {
        zip[header + 16] ^= 1;
        refuses(zip, "ARCHIVE-CHECKSUM");
    }

    @Test
    void a_declared_size_that_is_not_true_is_refused_either_way() throws IOException {
        var size = Zips.littleEndian(zip).getInt(header + 24);
        for (var wrong : new int[] {size - 1, size + 1, 0, 1_000_000}) {
            Zips.littleEndian(zip).putInt(header + 24, wrong);
            refuses(zip, "ARCHIVE-TRUNCATED");
        }
    }

    @Test
    void data_that_end_too_early_are_refused() throws IOException {
        Zips.littleEndian(zip).putInt(header + 20, Zips.littleEndian(zip).getInt(header + 20) - 5);
        refuses(zip, "ARCHIVE-TRUNCATED");
    }

    @Test
    void data_that_cannot_be_expanded_are_refused() throws IOException {
        zip[30 + "root/DATA/h1.xml".length()] = (byte) 0xff;
        refuses(zip, "ARCHIVE-TRUNCATED");
    }

    @Test
    void a_local_header_that_is_not_there_is_refused() throws IOException {
        zip[0] = 0;
        refuses(zip, "ARCHIVE-TRUNCATED");
    }
}
