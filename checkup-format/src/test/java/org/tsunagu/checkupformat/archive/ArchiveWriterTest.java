package org.tsunagu.checkupformat.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.checkupformat.Documents;
import org.tsunagu.checkupformat.OfficialSchemas;
import org.tsunagu.checkupformat.RandomDocuments;

class ArchiveWriterTest {

    static final String ROOT = ArchiveNameTest.NAME + "/";
    static final String FIRST = ROOT + "DATA/h99110000172024060301000001.xml";

    @Test
    void a_complete_archive_is_valid_against_the_official_schemas() throws IOException {
        var schemas = OfficialSchemas.folder();
        var files = files(archive(Optional.of(schemas.getParent()), true));

        assertThat(OfficialSchemas.errors("ix08", files.get(ROOT + "ix08_V08.xml")))
                .isEmpty();
        assertThat(OfficialSchemas.errors("su08", files.get(ROOT + "su08_V08.xml")))
                .isEmpty();
        assertThat(OfficialSchemas.errors("hc08", files.get(FIRST))).isEmpty();
        assertThat(files).containsKey(ROOT + "XSD/hc08_V08.xsd").containsKey(ROOT + "XSD/coreschemas/voc_hcgv08.xsd");
        assertThat(files.keySet().stream().filter(name -> name.contains("/XSD/")))
                .hasSize(11);
    }

    @Test
    void index_and_summary_come_after_the_documents() throws IOException {
        assertThat(files(archive(Optional.empty(), true)).keySet())
                .containsExactly(
                        FIRST,
                        ROOT + "CLAIMS/c99110000172024060301000001.xml",
                        ROOT + "DATA/h99110000172024060301000002.xml",
                        ROOT + "su08_V08.xml",
                        ROOT + "ix08_V08.xml");
    }

    @Test
    void without_claims_there_is_no_summary() throws IOException {
        var files = files(archive(Optional.empty(), false));

        assertThat(files).doesNotContainKey(ROOT + "su08_V08.xml");
        assertThat(text(files, "ix08_V08.xml")).contains("<totalRecordCount value=\"2\"/>");
    }

    @Test
    void the_index_counts_documents_and_claims_and_names_both_sides() throws IOException {
        assertThat(text(files(archive(Optional.empty(), true)), "ix08_V08.xml"))
                .contains("<totalRecordCount value=\"3\"/>")
                .contains("<interactionType code=\"6\"/>")
                .contains("<id root=\"1.2.392.200119.6.102\" extension=\"9911000017\"/>")
                .contains("<id root=\"1.2.392.200119.6.101\" extension=\"99999997\"/>");
    }

    @Test
    void the_summary_adds_up_the_claims() throws IOException {
        assertThat(text(files(archive(Optional.empty(), true)), "su08_V08.xml"))
                .contains("<totalSubjectCount value=\"1\"/>")
                .contains("<totalCostAmount value=\"8200\" currency=\"JPY\"/>")
                .contains("<totalPaymentAmount value=\"860\" currency=\"JPY\"/>")
                .doesNotContain("OtherProgram")
                .contains("<totalClaimAmount value=\"7340\" currency=\"JPY\"/>");
    }

    @Test
    void the_same_input_gives_the_same_bytes_in_every_time_zone() throws IOException {
        var here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            var tokyo = archive(Optional.empty(), true);
            TimeZone.setDefault(TimeZone.getTimeZone("America/Anchorage"));

            assertThat(archive(Optional.empty(), true)).isEqualTo(tokyo);
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void a_report_to_the_state_names_no_receiver() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var archive = ArchiveWriter.create(out, ArchiveNameTest.NAME, Exchange.of("10"), Optional.empty())) {
            archive.add(new RandomDocuments(5).next());
        }

        assertThat(text(files(out.toByteArray()), "ix08_V08.xml")).doesNotContain("receiver");
    }

    @Test
    void a_refused_document_leaves_no_entry_behind() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var archive = ArchiveWriter.create(out, ArchiveNameTest.NAME, Exchange.of("6"), Optional.empty())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> archive.add(Documents.of(Documents.result(Documents.HEIGHT))));
            archive.add(new RandomDocuments(5).next());
        }

        assertThat(files(out.toByteArray()).keySet()).containsExactly(FIRST, ROOT + "ix08_V08.xml");
    }

    @Test
    void an_archive_without_documents_is_refused() throws IOException {
        var archive = ArchiveWriter.create(
                new ByteArrayOutputStream(), ArchiveNameTest.NAME, Exchange.of("6"), Optional.empty());

        assertThatIllegalStateException().isThrownBy(archive::close).withMessageContaining("CHK-ARC-006");
    }

    @Test
    void a_full_disk_never_gets_an_index() {
        var disk = new FullDisk();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
            try (var archive = ArchiveWriter.create(disk, ArchiveNameTest.NAME, Exchange.of("6"), Optional.empty())) {
                var documents = new RandomDocuments(6);
                for (var i = 0; i < 1000; i++) {
                    archive.add(documents.next());
                }
            }
        });

        assertThat(disk.taken.toString(StandardCharsets.ISO_8859_1)).doesNotContain("ix08_V08.xml");
    }

    @Test
    void a_folder_without_the_schemas_is_refused_at_the_beginning(@TempDir Path empty) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArchiveWriter.create(
                        new ByteArrayOutputStream(), ArchiveNameTest.NAME, Exchange.of("6"), Optional.of(empty)));
    }

    @Test
    void amounts_beyond_nine_digits_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClaimAmounts(1_000_000_000, 0, 0, 0));
    }

    static byte[] archive(Optional<Path> schemas, boolean withClaim) throws IOException {
        var out = new ByteArrayOutputStream();
        var documents = new RandomDocuments(3);
        try (var archive = ArchiveWriter.create(out, ArchiveNameTest.NAME, Exchange.of("6"), schemas)) {
            var entry = archive.add(documents.next());
            if (withClaim) {
                archive.addClaim(
                        entry,
                        "<checkupClaim/>".getBytes(StandardCharsets.UTF_8),
                        new ClaimAmounts(8200, 860, 0, 7340));
            }
            archive.add(documents.next());
        }
        return out.toByteArray();
    }

    static Map<String, byte[]> files(byte[] archive) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(ROOT + name), StandardCharsets.UTF_8);
    }

    /// Takes 100,000 bytes and then no more.
    static final class FullDisk extends OutputStream {

        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

        @Override
        public void write(int b) throws IOException {
            if (taken.size() >= 100_000) {
                throw new IOException("No space left on device");
            }
            taken.write(b);
        }
    }
}
