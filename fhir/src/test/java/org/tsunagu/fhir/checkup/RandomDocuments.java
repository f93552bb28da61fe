package org.tsunagu.fhir.checkup;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tsunagu.checkupformat.document.Address;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.checkupformat.document.Organization;
import org.tsunagu.checkupformat.document.ReferenceRange;
import org.tsunagu.checkupformat.document.Ticket;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.Item;

/// Writable documents by chance, with every entry pattern of the format; the same seed gives the same documents.
final class RandomDocuments {

    private static final String ROOT = "1.2.392.200119.6.";
    private static final List<String> SECTIONS = List.of("01010", "01990", "01030", "01990");
    private static final String LETTERS = "アイウエオ一二三ａｂ&<>\"'＆é𠮷~ -";

    private final Random random;
    private int groups;

    public RandomDocuments(long seed) {
        this.random = new Random(seed);
    }

    public CheckupDocument next() {
        groups = 0;
        var sections = SECTIONS.subList(0, 1 + random.nextInt(SECTIONS.size()));
        var results = new ArrayList<Observation>();
        for (var section : sections) {
            for (var i = random.nextInt(25); i > 0; i--) {
                if (random.nextInt(6) == 0) {
                    series(section, results);
                } else {
                    results.add(result(section, 0, ""));
                }
            }
        }
        return new CheckupDocument(header(), sections.stream().map(Field::of).toList(), results);
    }

    private void series(String section, List<Observation> results) {
        var group = ++groups;
        for (var i = 1 + random.nextInt(5); i > 0; i--) {
            results.add(result(section, group, random.nextBoolean() ? "COMP" : "RSON"));
        }
    }

    private Observation result(String section, int group, String relation) {
        var items = Documents.ITEMS.all();
        var item = random.nextInt(8) == 0 ? null : items.get(random.nextInt(items.size()));
        var code = item == null ? "9Z%015d".formatted(random.nextInt(1_000_000)) : item.code();
        var negated = random.nextInt(12) == 0;
        return new Observation(
                section,
                code,
                item,
                group,
                relation,
                negated,
                negated ? List.of() : values(item),
                one("", "", "3F07010000"),
                one("", "H", "L", "N"),
                random.nextInt(3) == 0 ? range() : null,
                random.nextInt(9) == 0 ? text(1, 20) : "",
                1,
                1);
    }

    private List<WrittenValue> values(Item item) {
        var type = item == null ? one("PQ", "CD", "CO", "ST") : item.type().name();
        var unit = item == null ? one("", "mg/dL", "10*4/mm3") : item.unit();
        return switch (random.nextInt(8)) {
            case 0 -> List.of(Documents.none(type));
            case 1 -> List.of(Documents.mark("H"), Documents.number(number(), unit));
            case 2 -> List.of(Documents.number(number(), unit), Documents.mark("L"));
            case 3 -> List.of(Documents.mark("L"));
            default -> List.of(value(item, type, unit));
        };
    }

    private WrittenValue value(Item item, String type, String unit) {
        return switch (type) {
            case "PQ" -> Documents.number(number(), unit);
            case "ST" -> Documents.text(text(1, 4));
            default -> Documents.code(type, one("1", "2", "03"), system(item));
        };
    }

    private String system(Item item) {
        return item == null || item.codeSystem().isEmpty() ? ROOT + "2001" : item.codeSystem();
    }

    private ReferenceRange range() {
        var low = one("", number());
        return new ReferenceRange(low, low.isEmpty() ? "" : "mg/dL", number(), "mg/dL");
    }

    private Header header() {
        var address = random.nextInt(4) == 0 ? Address.ABSENT : Documents.address(text(1, 30));
        var clinic = new Organization(
                Field.of("9911000017"),
                Field.of(text(1, 30)),
                random.nextBoolean() ? Field.ABSENT : Field.of("tel:0312345678"),
                address);
        var ticket = new Ticket(
                Field.of("1"),
                random.nextBoolean() ? Field.ABSENT : Field.of("20250331"),
                Field.of("%011d".formatted(random.nextInt(1_000_000_000))),
                Field.of(ROOT + "209.199999997"),
                Field.of("99999997"));
        var patient = Documents.patient(
                "99999997", text(1, 20), one("1", "2"), "19%d0131".formatted(random.nextInt(30) + 40));
        var tickets = random.nextInt(3) == 0 ? List.<Ticket>of() : List.of(ticket);
        return Documents.header(patient, clinic, tickets, one("20240401", "20230930", "20150228"));
    }

    private String number() {
        return random.nextInt(1000) + (random.nextBoolean() ? "" : "." + random.nextInt(100));
    }

    /// Text without spaces at its ends, at most twice as many bytes as `most`.
    private String text(int least, int most) {
        var text = new StringBuilder();
        var characters = LETTERS.codePoints().toArray();
        for (var i = least + random.nextInt(most - least + 1); i > 0; i--) {
            text.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        var stripped = text.toString().strip();
        return stripped.isEmpty() ? "ア" : stripped;
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
