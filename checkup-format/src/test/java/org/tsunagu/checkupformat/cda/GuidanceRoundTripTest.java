package org.tsunagu.checkupformat.cda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.tsunagu.checkupformat.OfficialSchemas;
import org.tsunagu.checkupformat.Plain;
import org.tsunagu.checkupformat.RandomClaims;
import org.tsunagu.checkupformat.RandomGuidance;
import org.tsunagu.checkupformat.document.Charge;
import org.tsunagu.checkupformat.document.CheckupClaim;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.GuidanceSection;
import org.tsunagu.checkupformat.document.ReceivedFile;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

/// Guidance documents and settlement files: what was written reads back, whichever way it is read.
class GuidanceRoundTripTest {

    static byte[] written(GuidanceDocument document) {
        var out = new ByteArrayOutputStream();
        try {
            new GuidanceWriter().write(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] written(Claim claim) {
        var out = new ByteArrayOutputStream();
        try {
            new ClaimWriter().write(claim, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static ReceivedFile read(byte[] xml) {
        return read(xml, new DocumentReader(Items.shipped(), XmlLimits.standard()));
    }

    static ReceivedFile read(byte[] xml, DocumentReader reader) {
        var problems = new ArrayList<Problem>();
        var file = reader.read(xml, Place.of("a.xml"), new Reporter(CheckupCatalogue.shipped(), problems::add));
        assertThat(problems).isEmpty();
        return file.orElseThrow();
    }

    @Test
    void any_guidance_document_reads_back_as_it_was_written() {
        var documents = new RandomGuidance(20240401);
        for (var i = 0; i < 500; i++) {
            var document = documents.next();
            var xml = written(document);
            var back = (GuidanceDocument) read(xml);
            assertThat(Plain.of(back)).as("document %d", i).isEqualTo(Plain.of(document));
            assertThat(written(back)).as("document %d", i).isEqualTo(xml);
        }
    }

    @Test
    void the_plain_reader_and_the_full_parser_read_the_same_with_the_same_places() {
        var documents = new RandomGuidance(7);
        var claims = new RandomClaims(7);
        var inFull = DocumentReader.alwaysInFull(Items.shipped(), XmlLimits.standard());
        for (var i = 0; i < 100; i++) {
            var document = written(documents.next());
            assertThat(read(document)).isEqualTo(read(document, inFull));
            var claim = written(claims.next());
            assertThat(read(claim)).isEqualTo(read(claim, inFull));
        }
    }

    @Test
    void any_guidance_document_is_valid_against_the_official_schema() {
        OfficialSchemas.folder();
        var documents = new RandomGuidance(11);
        for (var i = 0; i < 100; i++) {
            assertThat(OfficialSchemas.errors("hg08", written(documents.next())))
                    .isEmpty();
        }
    }

    @Test
    void any_settlement_file_reads_back_as_it_was_written() {
        var claims = new RandomClaims(20240401);
        for (var i = 0; i < 500; i++) {
            var claim = claims.next();
            var xml = written(claim);
            var back = (Claim) read(xml);
            assertThat(Plain.of(back)).as("claim %d", i).isEqualTo(Plain.of(claim));
            assertThat(written(back)).as("claim %d", i).isEqualTo(xml);
        }
    }

    @Test
    void any_settlement_file_is_valid_against_the_official_schema() {
        OfficialSchemas.folder();
        var claims = new RandomClaims(11);
        for (var i = 0; i < 200; i++) {
            var claim = claims.next();
            assertThat(OfficialSchemas.errors(claim.kind(), written(claim))).isEmpty();
        }
    }

    @Test
    void settlement_files_of_the_sample_archive_lose_nothing() throws IOException {
        var samples = OfficialSchemas.folder().resolve("../../../../samples/checkup");
        Assumptions.assumeTrue(Files.isDirectory(samples));
        var count = 0;
        for (var xml : files(samples.resolve("9911000017_99999997_202406030_1.zip"), "/CLAIMS/")) {
            var claim = (CheckupClaim) read(xml);
            assertThat(new String(written(claim), StandardCharsets.UTF_8))
                    .isEqualTo(new String(xml, StandardCharsets.UTF_8));
            count++;
        }
        assertThat(count).isEqualTo(4);
    }

    static List<byte[]> files(Path archive, String folder) throws IOException {
        var files = new ArrayList<byte[]>();
        try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().contains(folder)) {
                    files.add(zip.readAllBytes());
                }
            }
        }
        return files;
    }

    @Test
    void what_cannot_be_valid_is_refused_with_its_place() {
        var document = new RandomGuidance(1).next();
        var empty = new GuidanceDocument(document.header(), List.of());
        assertThatThrownBy(() -> written(empty)).hasMessageContaining("no section");
        var nameless = new GuidanceDocument(document.header(), List.of(new GuidanceSection(Field.ABSENT, List.of())));
        assertThatThrownBy(() -> written(nameless)).hasMessageContaining("section/code");
    }

    @Test
    void an_amount_and_a_rate_at_once_are_refused() {
        var claim = new RandomClaims(1).checkup();
        var card = claim.card();
        var both = new Charge(Field.of("2"), Field.of("001000"), Field.of("010000"));
        var wrong = new CheckupClaim(
                claim.namespace(),
                claim.subject(),
                new CheckupClaim.Card(
                        card.number(),
                        card.root(),
                        card.validUntil(),
                        both,
                        card.detailed(),
                        card.additional(),
                        card.dock(),
                        card.dockLimit()),
                claim.prices(),
                claim.totals(),
                claim.agencyResult(),
                claim.insurerResult());
        assertThatThrownBy(() -> written(wrong)).hasMessageContaining("an amount and a rate");
    }
}
