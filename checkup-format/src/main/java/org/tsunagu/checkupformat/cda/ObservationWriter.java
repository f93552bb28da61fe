package org.tsunagu.checkupformat.cda;

import static org.tsunagu.checkupformat.cda.XmlBuffer.utf8;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.checkupformat.document.ReferenceRange;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.item.ValueState;
import org.tsunagu.codes.text.Widths;

/// Writes one result (検査結果の書き出し) in the patterns of the format: number, code, text, not performed, not measurable,
/// outside the input range.
final class ObservationWriter {

    static final Set<String> NULL_FLAVORS =
            Set.of("NI", "NA", "UNK", "ASKU", "NAV", "NASK", "TRC", "MSK", "OTH", "NINF", "PINF");

    private static final byte[] START = utf8("<observation classCode=\"OBS\" moodCode=\"EVN\">");
    private static final byte[] NEGATED = utf8("<observation classCode=\"OBS\" moodCode=\"EVN\" negationInd=\"true\">");
    private static final byte[] END = utf8("</observation>");
    private static final byte[] VALUE_END = utf8("</value>\n");
    private static final byte[] ABOVE = utf8(" displayName=\"以上\"");
    private static final byte[] BELOW = utf8(" displayName=\"以下\"");
    private static final byte[] INTERPRETATION = utf8("<interpretationCode");
    private static final byte[] METHOD = utf8("<methodCode");
    private static final byte[] AUTHOR_NAME = utf8("<name>");
    private static final byte[] AUTHOR_NAME_END = utf8("</name>\n");
    private static final byte[] LOW = utf8("<low");
    private static final byte[] HIGH = utf8("<high");
    private static final byte[][] AUTHOR_START = {
        utf8("<author>"),
        utf8("  <time nullFlavor=\"NI\"/>"),
        utf8("  <assignedAuthor>"),
        utf8("    <id nullFlavor=\"NI\"/>"),
        utf8("    <assignedPerson>")
    };
    private static final byte[][] AUTHOR_END = {
        utf8("    </assignedPerson>"), utf8("  </assignedAuthor>"), utf8("</author>")
    };
    private static final byte[][] RANGE_START = {
        utf8("<referenceRange>"),
        utf8("  <observationRange classCode=\"OBS\" moodCode=\"EVN.CRT\">"),
        utf8("    <value xsi:type=\"IVL_PQ\">")
    };
    private static final byte[][] RANGE_END = {
        utf8("    </value>"), utf8("  </observationRange>"), utf8("</referenceRange>")
    };

    private final XmlBuffer out;
    private final Items items;
    private final List<KnownItem> known;

    ObservationWriter(XmlBuffer out, Items items) {
        this.out = out;
        this.items = items;
        this.known = items.all().stream().map(KnownItem::of).toList();
    }

    void write(Observation result, int depth, LocalDate examDate) {
        out.at(result.code());
        check(result);
        out.line(depth, result.negated() ? NEGATED : START);
        var item = result.item();
        var what = item == null ? KnownItem.NOTHING : known.get(item.index());
        code(result, what, depth + 1);
        for (var value : result.values()) {
            value(what, value, depth + 1, examDate);
        }
        coded(INTERPRETATION, result.interpretation(), "", depth + 1);
        coded(METHOD, result.method(), Markup.ROOT + "1007", depth + 1);
        if (!result.doctorName().isEmpty()) {
            doctor(result.doctorName(), depth + 1);
        }
        var range = result.range();
        if (range != null) {
            range(range, depth + 1);
        }
        out.line(depth, END);
    }

    /// One value, or a mark and a value beside it, or none when the item was not done: anything else has no reading.
    private static void check(Observation result) {
        var place = result.code();
        Strict.require(!place.isEmpty(), "observation/code", "CHK-XML-003 missing");
        var marks = result.values().stream().filter(WrittenValue::isRangeMark).count();
        var others = result.values().size() - marks;
        if (result.negated()) {
            Strict.require(result.values().isEmpty(), place, "CHK-ITM-012 not performed, but a value is there");
            return;
        }
        Strict.require(marks <= 1 && others <= 1, place, "CHK-ITM-008 more than one value");
        Strict.require(result.state() != ValueState.EMPTY, place, "CHK-ITM-001 no value and no word why there is none");
    }

    private void code(Observation result, KnownItem what, int depth) {
        out.indent(depth);
        if (what.item().isPresent()) {
            what.writeCode(out);
        } else {
            out.raw(Markup.CODE_ELEMENT).attribute(Markup.CODE, Strict.token(result.code(), out.place()));
            out.raw(Markup.CLOSE_EMPTY);
        }
    }

    private void value(KnownItem what, WrittenValue value, int depth, LocalDate examDate) {
        var nullFlavor = value.nullFlavor();
        Strict.require(
                nullFlavor.isEmpty()
                        || (NULL_FLAVORS.contains(nullFlavor) && value.text().isEmpty()),
                out.place(),
                "CHK-ITM-013 a value and a word that there is none");
        out.indent(depth).raw(Markup.VALUE_ELEMENT).attribute(Markup.TYPE, value.type());
        switch (value.type()) {
            case "PQ" -> quantity(what, value);
            case "CD", "CO" -> coded(what, value, examDate);
            case "ST" -> text(what, value);
            default ->
                Strict.require(false, out.place(), "CHK-ITM-004 a value without one of the types PQ, CD, CO, ST");
        }
    }

    private void quantity(KnownItem what, WrittenValue value) {
        var unit = value.unit().isEmpty() && !value.text().isEmpty() ? what.unit() : value.unit();
        out.attribute(Markup.VALUE, Strict.decimal(value.text(), out.place()))
                .attribute(Markup.UNIT, Strict.token(unit, out.place()))
                .attribute(Markup.NULL_FLAVOR, value.nullFlavor())
                .raw(Markup.CLOSE_EMPTY);
    }

    private void coded(KnownItem what, WrittenValue value, LocalDate examDate) {
        var system = value.codeSystem().isEmpty() && !value.text().isEmpty()
                ? what.item().map(item -> items.codeSystem(item, examDate)).orElse("")
                : value.codeSystem();
        out.attribute(Markup.CODE, Strict.token(value.text(), out.place()))
                .attribute(Markup.CODE_SYSTEM, Strict.oid(system, out.place()));
        if (value.isRangeMark()) {
            out.raw(value.text().equals("H") ? ABOVE : BELOW);
        }
        out.attribute(Markup.NULL_FLAVOR, value.nullFlavor()).raw(Markup.CLOSE_EMPTY);
    }

    private void text(KnownItem what, WrittenValue value) {
        var limit = what.textBytes();
        if (value.text().length() * 2 > limit) {
            var bytes = Widths.bytes(value.text());
            Strict.require(
                    bytes <= limit, out.place(), "CHK-ITM-010 text of %d bytes, at most %d".formatted(bytes, limit));
        }
        if (value.text().isEmpty()) {
            out.attribute(Markup.NULL_FLAVOR, value.nullFlavor()).raw(Markup.CLOSE_EMPTY);
        } else {
            out.raw(Markup.CLOSE).text(value.text()).raw(VALUE_END);
        }
    }

    private void coded(byte[] element, String code, String codeSystem, int depth) {
        if (!code.isEmpty()) {
            out.indent(depth)
                    .raw(element)
                    .attribute(Markup.CODE, Strict.token(code, out.place()))
                    .attribute(Markup.CODE_SYSTEM, codeSystem)
                    .raw(Markup.CLOSE_EMPTY);
        }
    }

    private void doctor(String name, int depth) {
        lines(AUTHOR_START, depth);
        out.indent(depth + 3).raw(AUTHOR_NAME).text(name).raw(AUTHOR_NAME_END);
        lines(AUTHOR_END, depth);
    }

    private void range(ReferenceRange range, int depth) {
        lines(RANGE_START, depth);
        end(LOW, range.low(), range.lowUnit(), depth + 3);
        end(HIGH, range.high(), range.highUnit(), depth + 3);
        lines(RANGE_END, depth);
    }

    private void end(byte[] element, String number, String unit, int depth) {
        if (!number.isEmpty() || !unit.isEmpty()) {
            out.indent(depth)
                    .raw(element)
                    .attribute(Markup.VALUE, Strict.decimal(number, out.place()))
                    .attribute(Markup.UNIT, Strict.token(unit, out.place()))
                    .raw(Markup.CLOSE_EMPTY);
        }
    }

    private void lines(byte[][] markup, int depth) {
        for (var line : markup) {
            out.line(depth, line);
        }
    }
}
