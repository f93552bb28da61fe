package org.tsunagu.fhir.checkup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tsunagu.checkupformat.document.Address;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.checkupformat.document.Organization;
import org.tsunagu.checkupformat.document.Patient;
import org.tsunagu.checkupformat.document.Ticket;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.Items;

/// Documents of invented people for tests.
final class Documents {

    public static final Items ITEMS = Items.shipped();
    public static final String HEIGHT = "9N001000000000001";
    public static final String GAMMA_GT = "3B090000002327101";
    public static final String DIAGNOSIS = "9N511000000000049";

    private static final String ROOT = "1.2.392.200119.6.";

    private Documents() {}

    public static Header header() {
        var clinic =
                new Organization(field("9911000017"), field("つなぐ見本診療所"), field("tel:0000000000"), address("架空県架空市１－１"));
        var ticket = new Ticket(
                field("1"), field("20241031"), field("24100000011"), field(ROOT + "209.199999997"), field("99999997"));
        return header(patient(), clinic, List.of(ticket), "20240510");
    }

    public static Header header(Patient patient, Organization clinic, List<Ticket> tickets, String examDate) {
        return new Header(
                field("2.16.840.1.113883.1.3"),
                field("POCD_HD000040"),
                field("10"),
                field(ROOT + "1001"),
                field("20240603"),
                patient,
                field("20240603"),
                clinic,
                tickets,
                field("010"),
                field(ROOT + "1002"),
                field(examDate),
                clinic);
    }

    public static Patient patient() {
        return patient("99999997", "ケンシンテストイチ", "1", "19720214");
    }

    public static Patient patient(String insurer, String name, String sex, String birth) {
        return new Patient(
                field(insurer),
                field("９９"),
                field("１００１"),
                field("00"),
                field(name),
                field(sex),
                field(ROOT + "1104"),
                field(birth),
                address("架空県架空市見本町一丁目２番３号"));
    }

    public static Address address(String text) {
        return new Address(field(text), field("000-0000"));
    }

    public static Field field(String text) {
        return text.isEmpty() ? Field.ABSENT : Field.of(text);
    }

    /// A document with these results, in the sections they name.
    public static CheckupDocument of(Observation... results) {
        return of(header(), results);
    }

    public static CheckupDocument of(Header header, Observation... results) {
        var sections = Stream.concat(Stream.of("01010"), Stream.of(results).map(Observation::section))
                .distinct()
                .map(Documents::field)
                .toList();
        return new CheckupDocument(header, sections, List.of(results));
    }

    /// A result in the main section with these values.
    public static Observation result(String code, WrittenValue... values) {
        return new Observation(
                "01010", code, ITEMS.lookUp(code), 0, "", false, List.of(values), "", "", null, "", 1, 1);
    }

    /// The same result in another section or series.
    public static Observation in(Observation o, String section, int group, String relation) {
        return new Observation(
                section,
                o.code(),
                o.item(),
                group,
                relation,
                o.negated(),
                o.values(),
                o.method(),
                o.interpretation(),
                o.range(),
                o.doctorName(),
                1,
                1);
    }

    public static Observation notPerformed(String code) {
        return new Observation("01010", code, ITEMS.lookUp(code), 0, "", true, List.of(), "", "", null, "", 1, 1);
    }

    public static WrittenValue number(String text, String unit) {
        return new WrittenValue("PQ", text, unit, "", "");
    }

    public static WrittenValue mark(String letter) {
        return new WrittenValue("CD", letter, "", WrittenValue.RANGE_MARK_SYSTEM, "");
    }

    public static WrittenValue code(String type, String text, String system) {
        return new WrittenValue(type, text, "", system, "");
    }

    public static WrittenValue text(String text) {
        return new WrittenValue("ST", text, "", "", "");
    }

    public static WrittenValue none(String type) {
        return new WrittenValue(type, "", "", "", "NI");
    }

    /// The same document without places, for comparing what was read with what was written.
    public static CheckupDocument withoutPlaces(CheckupDocument document) {
        var results = new ArrayList<Observation>();
        document.observations().forEach(o -> results.add(in(o, o.section(), o.group(), o.relation())));
        return new CheckupDocument(
                withoutPlaces(document.header()),
                document.sections().stream().map(Documents::plain).toList(),
                results);
    }

    private static Header withoutPlaces(Header h) {
        return new Header(
                plain(h.typeIdRoot()),
                plain(h.typeIdExtension()),
                plain(h.category()),
                plain(h.categorySystem()),
                plain(h.created()),
                plain(h.patient()),
                plain(h.authorTime()),
                plain(h.author()),
                h.tickets().stream().map(Documents::plain).toList(),
                plain(h.programme()),
                plain(h.programmeSystem()),
                plain(h.examDate()),
                plain(h.performer()));
    }

    private static Patient plain(Patient p) {
        return new Patient(
                plain(p.insurerNumber()),
                plain(p.symbol()),
                plain(p.number()),
                plain(p.branch()),
                plain(p.name()),
                plain(p.sex()),
                plain(p.sexSystem()),
                plain(p.birth()),
                plain(p.address()));
    }

    private static Organization plain(Organization o) {
        return new Organization(plain(o.number()), plain(o.name()), plain(o.telecom()), plain(o.address()));
    }

    private static Address plain(Address a) {
        return new Address(plain(a.text()), plain(a.postalCode()));
    }

    private static Ticket plain(Ticket t) {
        return new Ticket(
                plain(t.function()),
                plain(t.validUntil()),
                plain(t.number()),
                plain(t.root()),
                plain(t.insurerNumber()));
    }

    private static Field plain(Field f) {
        return f.isEmpty() ? Field.ABSENT : Field.of(f.text());
    }
}
