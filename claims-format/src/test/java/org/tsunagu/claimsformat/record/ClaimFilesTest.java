package org.tsunagu.claimsformat.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.claimsformat.problems.ClaimCatalogue;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

/// Which files of a delivery are claims, and deliveries that mean harm.
class ClaimFilesTest {

    static final byte[] UKE = "IR,1,13,1,1234567\r\n".getBytes(StandardCharsets.US_ASCII);
    static final byte[] RECODE = "2,1,0,MN,1\r\n1,2,0,IR,1\r\n".getBytes(StandardCharsets.US_ASCII);
    static final byte[] OTHER = "Hello".getBytes(StandardCharsets.US_ASCII);
    static final ClaimFileLimits LIMITS = new ClaimFileLimits(20, 4 << 20, 50, 2);

    @TempDir
    Path folder;

    static boolean holds(Path path) {
        try {
            return ClaimFiles.holdsClaims(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Found(List<String> files, List<String> checks) {}

    Found find(Path path) {
        var files = new ArrayList<String>();
        var checks = new ArrayList<String>();
        var reporter = new Reporter(ClaimCatalogue.shipped(), (Problem problem) -> checks.add(problem.code()));
        new ClaimFiles(LIMITS, reporter, file -> {
                    var name = file.entry().isEmpty() ? Path.of(file.file()).getFileName() : file.entry();
                    files.add(name + " " + file.family()
                            + file.kind().map(kind -> " " + kind).orElse("") + " " + length(file));
                })
                .find(path);
        return new Found(files, checks);
    }

    /// Opened twice, as reading does.
    static int length(ClaimFile file) {
        try (var first = file.open();
                var second = file.open()) {
            assertThat(first.readAllBytes()).isEqualTo(second.readAllBytes());
            try (var third = file.open()) {
                return third.readAllBytes().length;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] zip(Charset names, Object... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, names)) {
            for (var i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) entries[i]));
                zip.write((byte[]) entries[i + 1]);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] zip(Object... entries) throws IOException {
        return zip(StandardCharsets.UTF_8, entries);
    }

    Path write(String name, byte[] bytes) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    @Test
    void files_are_recognised_by_name_and_first_line_in_the_order_of_their_names() throws IOException {
        write("201706/06139999/0_COMMON001/11_RECODEINFO_MED.CSV", RECODE);
        write("201706/06139999/0_COMMON001/22_recodeinfo_dpc.csv", RECODE);
        write("201706/06139999/0_COMMON001/04_PECULIARTEXTINFO_PHA.CSV", OTHER);
        write("a/RECEIPTC.UKE", UKE);
        write("b/claims.txt", UKE);
        write("readme.txt", OTHER);

        var found = find(folder);

        assertThat(found.files)
                .containsExactly(
                        "11_RECODEINFO_MED.CSV INSURER MEDICAL 24",
                        "22_recodeinfo_dpc.csv INSURER DPC 24",
                        "RECEIPTC.UKE PROVIDER MEDICAL 19",
                        "claims.txt PROVIDER 19");
        assertThat(found.checks).containsExactly("CLM-FILE-IGNORED", "CLM-FILE-IGNORED");
    }

    @Test
    void a_file_named_like_claims_that_holds_none_is_refused() throws IOException {
        assertThat(find(write("RECEIPTC.UKE", OTHER)).checks).containsExactly("CLM-FILE-KIND");
        assertThat(find(write("11_RECODEINFO_MED.CSV", new byte[0])).checks).containsExactly("CLM-FILE-KIND");
    }

    @Test
    void an_insurers_file_known_by_its_name_may_begin_with_any_record() throws IOException {
        var row = "2,7,0,JY,2,6,0,5,A,6,1,\r\n".getBytes(StandardCharsets.US_ASCII);

        assertThat(find(write("11_RECODEINFO_MED.CSV", row)).files)
                .containsExactly("11_RECODEINFO_MED.CSV INSURER MEDICAL 25");
        assertThat(find(write("list.csv", row)).files).isEmpty();
    }

    @Test
    void archives_and_archives_inside_them_are_walked_without_unpacking() throws IOException {
        var inner = zip("x.txt", OTHER, "0_COMMON001/13_RECODEINFO_DEN.CSV", RECODE, "RECEIPTD.UKE", UKE);
        var file = write("delivery.zip", zip("inner.zip", inner, "dir/", new byte[0], "RECEIPTY.UKE", UKE));

        var found = find(file);

        assertThat(found.files)
                .containsExactly(
                        "inner.zip!0_COMMON001/13_RECODEINFO_DEN.CSV INSURER DENTAL 24",
                        "inner.zip!RECEIPTD.UKE PROVIDER DPC 19",
                        "RECEIPTY.UKE PROVIDER DISPENSING 19");
        assertThat(found.checks).containsExactly("CLM-FILE-IGNORED");
    }

    @Test
    void a_file_that_is_not_what_was_packed_cannot_be_read() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var entry = new ZipEntry("RECEIPTC.UKE");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(UKE.length);
            var sum = new java.util.zip.CRC32();
            sum.update(UKE);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(UKE);
        }
        var changed = bytes.toByteArray();
        var at = new String(changed, StandardCharsets.ISO_8859_1).indexOf("1234567");
        changed[at] = '9';

        assertThat(find(write("whole.zip", bytes.toByteArray())).files).hasSize(1);
        var found = find(write("changed.zip", changed));
        assertThat(found.files).isEmpty();
        assertThat(found.checks).containsExactly("CLM-FILE-UNREADABLE");
    }

    @Test
    void a_file_says_by_its_beginning_whether_it_holds_claims() throws IOException {
        var inner = zip("x.txt", OTHER, "0_COMMON001/13_RECODEINFO_DEN.CSV", RECODE);

        assertThat(holds(write("1/a.dat", UKE))).isTrue();
        assertThat(holds(write("2/a.dat", RECODE))).isTrue();
        assertThat(holds(write("3/a.dat", OTHER))).isFalse();
        assertThat(holds(write("4/a.dat", zip("x.txt", OTHER, "y/", new byte[0], "z.txt", UKE))))
                .isTrue();
        assertThat(holds(write("5/a.dat", zip("x.txt", OTHER, "inner.zip", inner))))
                .isTrue();
        assertThat(holds(write("6/a.dat", zip("x.txt", OTHER)))).isFalse();
    }

    @Test
    void a_file_kept_under_another_name_is_read_under_its_own() throws IOException {
        var files = new ArrayList<ClaimFile>();
        new ClaimFiles(LIMITS, new Reporter(ClaimCatalogue.shipped(), problem -> {}), files::add)
                .find(write("ab12", UKE), "RECEIPTD.UKE");

        assertThat(files).extracting(ClaimFile::file).containsExactly("RECEIPTD.UKE");
        assertThat(files.getFirst().kind()).contains(Kind.DPC);
    }

    @Test
    void japanese_names_in_windows_31j_are_read() throws IOException {
        var bytes = zip(Charset.forName("windows-31j"), "診療分/RECEIPTC.UKE", UKE);

        assertThat(find(write("names.zip", bytes)).files).containsExactly("診療分/RECEIPTC.UKE PROVIDER MEDICAL 19");
    }

    @Test
    void archives_nested_too_deep_are_not_opened() throws IOException {
        var file = write("deep.zip", zip("1.zip", zip("2.zip", zip("RECEIPTC.UKE", UKE))));

        var found = find(file);

        assertThat(found.files).isEmpty();
        assertThat(found.checks).containsExactly("CLM-ZIP-DEPTH");
    }

    @Test
    void too_many_files_end_the_search() throws IOException {
        var entries = new ArrayList<>();
        for (var i = 0; i < 30; i++) {
            entries.add(i + ".txt");
            entries.add(OTHER);
        }

        assertThat(find(write("many.zip", zip(entries.toArray()))).checks)
                .contains("CLM-ZIP-ENTRIES")
                .hasSize(20);
    }

    @Test
    void a_file_that_expands_too_far_is_cut_off_while_it_is_read() throws IOException {
        var bomb = new byte[3 << 20];
        System.arraycopy(UKE, 0, bomb, 0, UKE.length);
        var file = write("bomb.zip", zip("RECEIPTC.UKE", bomb));

        assertThat(limit(file)).isEqualTo("CLM-ZIP-RATIO");
        assertThat(limit(write("nested.zip", zip("n.zip", zip("RECEIPTC.UKE", bomb)))))
                .isEqualTo("CLM-ZIP-RATIO");
    }

    @Test
    void a_file_that_is_too_large_is_cut_off_while_it_is_read() throws IOException {
        var large = new byte[5 << 20];
        new java.util.Random(1).nextBytes(large);
        System.arraycopy(UKE, 0, large, 0, UKE.length);

        assertThat(limit(write("large.zip", zip("RECEIPTC.UKE", large)))).isEqualTo("CLM-ENTRY-SIZE");
    }

    /// The limit that reading the files of an archive runs into.
    String limit(Path file) {
        var limit = new ArrayList<String>();
        new ClaimFiles(LIMITS, new Reporter(ClaimCatalogue.shipped(), problem -> {}), found -> {
                    try (var in = found.open()) {
                        in.transferTo(java.io.OutputStream.nullOutputStream());
                    } catch (LimitExceeded e) {
                        limit.add(e.check());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .find(file);
        return String.join(" ", limit);
    }

    @Test
    void a_damaged_archive_cannot_be_read() throws IOException {
        var bytes = zip("RECEIPTC.UKE", UKE);

        assertThat(find(write("cut.zip", java.util.Arrays.copyOf(bytes, bytes.length / 2))).checks)
                .containsExactly("CLM-FILE-UNREADABLE");
    }

    @Test
    void a_path_that_is_not_there_cannot_be_read() {
        assertThat(find(folder.resolve("nowhere")).checks).containsExactly("CLM-FILE-UNREADABLE");
    }
}
