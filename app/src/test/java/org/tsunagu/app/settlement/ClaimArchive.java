package org.tsunagu.app.settlement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.tsunagu.checkupformat.archive.ArchiveLimits;
import org.tsunagu.checkupformat.archive.ArchiveName;
import org.tsunagu.checkupformat.archive.ArchiveReader;
import org.tsunagu.checkupformat.archive.ArchiveWriter;
import org.tsunagu.checkupformat.archive.EntryKind;
import org.tsunagu.checkupformat.archive.Exchange;
import org.tsunagu.checkupformat.cda.DocumentReader;
import org.tsunagu.checkupformat.cda.XmlLimits;
import org.tsunagu.checkupformat.document.Charge;
import org.tsunagu.checkupformat.document.CheckupClaim;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.ClaimSubject;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Organization;
import org.tsunagu.checkupformat.document.Patient;
import org.tsunagu.checkupformat.document.Ticket;
import org.tsunagu.checkupformat.document.UnitPrice;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.checkupformat.problems.DocumentFacts;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;

/// Archives of results and the claims that go with them, of invented people.
final class ClaimArchive {

    static final long BASIC = 4800;
    static final long DETAIL = 1000;

    private final Path folder;
    private final String insurer;

    ClaimArchive(Path folder, String insurer) {
        this.folder = folder;
        this.insurer = insurer;
    }

    /// One person's result with what is claimed for it.
    ///
    /// @param basic price of the basic items
    /// @param extra what is claimed beyond the sum
    /// @param hasTicket whether result and claim name the ticket
    record Visit(CheckupDocument document, long basic, long extra, boolean hasTicket) {

        static Visit of(CheckupDocument document) {
            return new Visit(document, BASIC, 0, false);
        }

        Visit withTicket() {
            return new Visit(document, basic, extra, true);
        }

        Visit priced(long yen) {
            return new Visit(document, yen, extra, hasTicket);
        }

        Visit tooMuchBy(long yen) {
            return new Visit(document, basic, yen, hasTicket);
        }

        String ticket() {
            return document.header().tickets().getFirst().number().text();
        }

        LocalDate day() {
            return document.header().examDay().orElseThrow();
        }

        private CheckupDocument written() {
            var header = document.header();
            return with(document, hasTicket ? header.tickets() : List.of(), header.performer());
        }

        private CheckupClaim claim() {
            var h = document.header();
            var details =
                    DocumentFacts.of(document).detailedItems().stream().sorted().toList();
            var unit = basic + DETAIL * details.size();
            var paid = unit / 10;
            var p = h.patient();
            var person = new Patient(
                    p.insurerNumber(),
                    p.symbol(),
                    p.number(),
                    p.branch(),
                    p.name(),
                    p.sex(),
                    Field.ABSENT,
                    p.birth(),
                    p.address());
            var tenth = new Charge(Field.of("3"), Field.ABSENT, Field.of("010000"));
            var detailed = details.isEmpty() ? Charge.ABSENT : tenth;
            var card = new CheckupClaim.Card(
                    hasTicket ? h.tickets().getFirst().number() : Field.ABSENT,
                    hasTicket ? Field.of("1.2.392.200119.6.209") : Field.ABSENT,
                    hasTicket ? h.tickets().getFirst().validUntil() : Field.ABSENT,
                    tenth,
                    detailed,
                    Charge.ABSENT,
                    Charge.ABSENT,
                    Field.ABSENT);
            var prices = new CheckupClaim.Prices(
                    Field.of(details.isEmpty() ? "1" : "2"),
                    Field.of("1"),
                    amount(basic),
                    details.stream()
                            .map(code -> new UnitPrice(amount(DETAIL), Field.of(code), Field.ABSENT))
                            .toList(),
                    List.of());
            var totals = new CheckupClaim.Totals(
                    six(basic / 10),
                    details.isEmpty() ? Field.ABSENT : six(DETAIL * details.size() / 10),
                    Field.ABSENT,
                    amount(unit),
                    amount(paid),
                    Field.ABSENT,
                    amount(unit - paid + extra));
            return new CheckupClaim(
                    Field.ABSENT,
                    new ClaimSubject(Field.of("1"), h.performer().number(), person),
                    card,
                    prices,
                    totals,
                    Optional.empty(),
                    Optional.empty());
        }

        /// What the insurer is asked for.
        long yen() {
            return Long.parseLong(claim().claimAmount().text());
        }
    }

    private static Field amount(long yen) {
        return Field.of(Long.toString(yen));
    }

    private static Field six(long yen) {
        return Field.of("%06d".formatted(yen));
    }

    private static CheckupDocument with(CheckupDocument document, List<Ticket> tickets, Organization performer) {
        var h = document.header();
        var header = new Header(
                h.typeIdRoot(),
                h.typeIdExtension(),
                h.category(),
                h.categorySystem(),
                h.created(),
                h.patient(),
                h.authorTime(),
                h.author(),
                tickets,
                h.programme(),
                h.programmeSystem(),
                h.examDate(),
                performer);
        return new CheckupDocument(header, document.sections(), document.observations());
    }

    /// Results of an invented insurer, as if all were of one facility.
    static List<CheckupDocument> documents(Path files, int most) {
        var all = new ArrayList<CheckupDocument>();
        try (var zips = Files.list(files.resolve("archives"))) {
            for (var zip : zips.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList()) {
                all.addAll(all.size() < most ? read(zip) : List.of());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var facility = all.getFirst().header().performer();
        return all.subList(0, most).stream()
                .map(document -> with(document, document.header().tickets(), facility))
                .toList();
    }

    private static List<CheckupDocument> read(Path zip) throws IOException {
        var silent = new Reporter(CheckupCatalogue.shipped(), problem -> {});
        var reader = new DocumentReader(Items.shipped(), XmlLimits.standard());
        var documents = new ArrayList<CheckupDocument>();
        try (var archive =
                ArchiveReader.open(zip, "", ArchiveLimits.standard(), silent).orElseThrow()) {
            archive.forEach(entry -> {
                if (entry.kind() == EntryKind.DATA) {
                    archive.read(entry, silent)
                            .flatMap(bytes -> reader.read(bytes, Place.of("", entry.name()), silent))
                            .filter(CheckupDocument.class::isInstance)
                            .map(CheckupDocument.class::cast)
                            .ifPresent(documents::add);
                }
            });
        }
        return documents;
    }

    /// Writes an archive.
    ///
    /// @param number 同日分割送信回数
    Path write(int number, List<Visit> visits) {
        var first = visits.getFirst().document().header();
        var name =
                new ArchiveName(first.performer().number().text(), insurer, LocalDate.parse("2026-06-03"), number, 1);
        var file = folder.resolve(name + ".zip");
        try (var out = Files.newOutputStream(file);
                var archive = ArchiveWriter.create(out, name, Exchange.of("6"), Optional.empty())) {
            for (var visit : visits) {
                archive.addClaim(archive.add(visit.written()), visit.claim());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /// The same archive in other bytes, without one entry.
    ///
    /// @param without how the entry begins that is left out; empty for none
    Path again(Path archive, String without) throws IOException {
        var copy = Files.createDirectories(folder.resolve("again" + without)).resolve(archive.getFileName());
        try (var zip = new ZipFile(archive.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(copy))) {
            out.setLevel(without.isEmpty() ? 9 : 1);
            for (var entry : zip.stream().toList()) {
                var base = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (without.isEmpty() || !base.startsWith(without)) {
                    out.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
                    zip.getInputStream(entry).transferTo(out);
                    out.closeEntry();
                }
            }
        }
        return copy;
    }
}
