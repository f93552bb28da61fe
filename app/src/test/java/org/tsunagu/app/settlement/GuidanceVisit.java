package org.tsunagu.app.settlement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagu.checkupformat.archive.ArchiveName;
import org.tsunagu.checkupformat.archive.ArchiveWriter;
import org.tsunagu.checkupformat.archive.Exchange;
import org.tsunagu.checkupformat.document.Address;
import org.tsunagu.checkupformat.document.Charge;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.ClaimSubject;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceAct;
import org.tsunagu.checkupformat.document.GuidanceAct.Length;
import org.tsunagu.checkupformat.document.GuidanceClaim;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.GuidanceResult;
import org.tsunagu.checkupformat.document.GuidanceSection;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Organization;
import org.tsunagu.checkupformat.document.Patient;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.GuidanceItem;
import org.tsunagu.codes.item.GuidanceItems;
import org.tsunagu.codes.time.Dates;

/// The first interview of motivational support of somebody who had a checkup, with what is claimed for it.
///
/// @param percent 支払割合
record GuidanceVisit(CheckupDocument checkup, int percent) {

    static final long PRICE = 10_000;
    private static final String OID = "1.2.392.200119.6.";

    private LocalDate day() {
        return checkup.header().examDay().orElseThrow().plusDays(30);
    }

    /// Guidance carries only the postal code.
    private Patient person(boolean isClaim) {
        var p = checkup.header().patient();
        return new Patient(
                p.insurerNumber(),
                p.symbol(),
                p.number(),
                p.branch(),
                p.name(),
                p.sex(),
                isClaim ? Field.ABSENT : p.sexSystem(),
                p.birth(),
                new Address(Field.ABSENT, p.address().postalCode()));
    }

    long yen() {
        return PRICE * percent / 100;
    }

    GuidanceClaim claim() {
        var nothing = new Charge(Field.of("1"), Field.ABSENT, Field.ABSENT);
        var card = new GuidanceClaim.Card(
                Field.ABSENT, Field.ABSENT, Field.ABSENT, Field.ABSENT, Field.ABSENT, nothing, Field.ABSENT);
        var amount = Field.of(Long.toString(yen()));
        return new GuidanceClaim(
                Field.ABSENT,
                new ClaimSubject(Field.of("2"), checkup.header().performer().number(), person(true)),
                Field.of("2"),
                Field.of("1"),
                card,
                new GuidanceClaim.Settlement(
                        Field.of(Long.toString(PRICE)),
                        Field.of(Integer.toString(percent)),
                        Field.ABSENT,
                        Field.ABSENT,
                        amount,
                        Field.of("1"),
                        Field.of("0"),
                        amount),
                Optional.empty(),
                Optional.empty());
    }

    GuidanceDocument document() {
        var h = checkup.header();
        var written = Field.of(Dates.compact(day().plusDays(10)));
        var header = new Header(
                h.typeIdRoot(),
                h.typeIdExtension(),
                Field.of("21"),
                h.categorySystem(),
                written,
                person(false),
                written,
                h.author(),
                List.of(),
                Field.of("100"),
                h.programmeSystem(),
                Field.of(Dates.compact(day())),
                h.performer());
        var checkupDay = Dates.compact(h.examDay().orElseThrow());
        return new GuidanceDocument(
                header,
                List.of(
                        section(
                                "90010",
                                act(
                                        "",
                                        "",
                                        "",
                                        Organization.ABSENT,
                                        value("90010", "level", "2"),
                                        value("90010", "checkup_day", checkupDay))),
                        section(
                                "90030",
                                act(
                                        "1",
                                        Dates.compact(day()),
                                        "2",
                                        new Organization(
                                                h.performer().number(),
                                                h.performer().name(),
                                                Field.ABSENT,
                                                Address.ABSENT),
                                        value("90030", "minutes", "30"),
                                        value("90030", "early", "0")))));
    }

    private static GuidanceSection section(String code, GuidanceAct act) {
        return new GuidanceSection(Field.of(code), List.of(act));
    }

    private static GuidanceAct act(
            String form, String date, String staff, Organization facility, GuidanceResult... results) {
        return new GuidanceAct(
                "EVN",
                field(form),
                form.isEmpty() ? "" : OID + "24010",
                field(date),
                Length.NONE,
                field(staff),
                staff.isEmpty() ? "" : OID + "3020",
                facility,
                List.of(results),
                1,
                1);
    }

    private static Field field(String text) {
        return text.isEmpty() ? Field.ABSENT : Field.of(text);
    }

    private static GuidanceResult value(String section, String role, String text) {
        var item = GuidanceItems.shipped().get(section, "EVN", role);
        var isLength = item.carrier() == GuidanceItem.Carrier.MINUTES;
        var values = Stream.of(new WrittenValue(item.type(), text, item.unit(), item.codeSystem(), ""))
                .filter(value -> !isLength)
                .toList();
        var length = isLength ? new Length(text, "min") : Length.NONE;
        return new GuidanceResult(item.code(), item.mood(), false, length, values, 1, 1);
    }

    /// Writes an archive.
    ///
    /// @param number 同日分割送信回数
    static Path write(Path folder, String insurer, int number, List<GuidanceVisit> visits) {
        var facility = visits.getFirst().checkup().header().performer().number().text();
        var name = new ArchiveName(facility, insurer, LocalDate.parse("2026-06-03"), number, 2);
        var file = folder.resolve(name + ".zip");
        try (var out = Files.newOutputStream(file);
                var archive = ArchiveWriter.create(out, name, Exchange.of("6"), Optional.empty())) {
            for (var visit : visits) {
                archive.addClaim(archive.add(visit.document()), visit.claim());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
