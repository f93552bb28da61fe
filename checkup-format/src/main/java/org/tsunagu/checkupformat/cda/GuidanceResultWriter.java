package org.tsunagu.checkupformat.cda;

import static org.tsunagu.checkupformat.cda.XmlBuffer.utf8;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.GuidanceAct.Length;
import org.tsunagu.checkupformat.document.GuidanceResult;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.GuidanceItem;
import org.tsunagu.codes.item.GuidanceItems;
import org.tsunagu.codes.text.Widths;

/// Writes one observation of a guidance document (保健指導項目の書き出し).
final class GuidanceResultWriter {

    static final byte[] MOOD = utf8(" moodCode=\"");

    private static final int TEXT_BYTES = 512;
    private static final String GUIDANCE_CODES = Markup.ROOT + "1006";
    private static final Set<String> MOODS = Set.of("EVN", "INT", "GOL", "DEF", "PRMS", "PRP", "RQO");
    private static final byte[] START = utf8("<entryRelationship typeCode=\"COMP\">");
    private static final byte[] END = utf8("</entryRelationship>");
    private static final byte[] OBSERVATION = utf8("<observation classCode=\"OBS\"");
    private static final byte[] NEGATED = utf8(" negationInd=\"true\"");
    private static final byte[] OBSERVATION_END = utf8("</observation>");
    private static final byte[] TIME = utf8("<effectiveTime");
    private static final byte[] TIME_END = utf8("</effectiveTime>");
    private static final byte[] WIDTH = utf8("<width");
    private static final byte[] VALUE_END = utf8("</value>\n");
    private static final Map<String, byte[]> CODES = codes();

    private final XmlBuffer out;
    private final GuidanceItems items = GuidanceItems.shipped();

    GuidanceResultWriter(XmlBuffer out) {
        this.out = out;
    }

    private static Map<String, byte[]> codes() {
        var codes = new HashMap<String, byte[]>();
        for (var item : GuidanceItems.shipped().all()) {
            var element = new XmlBuffer();
            element.raw(Markup.CODE_ELEMENT)
                    .attribute(Markup.CODE, item.code())
                    .attribute(Markup.CODE_SYSTEM, GUIDANCE_CODES)
                    .attribute(Markup.DISPLAY_NAME, item.nameJa())
                    .raw(Markup.CLOSE_EMPTY);
            codes.put(item.section() + item.code(), element.toBytes());
        }
        return Map.copyOf(codes);
    }

    void write(GuidanceResult result, String section, int depth) {
        out.at(result.code());
        check(result);
        out.line(depth, START).indent(depth + 1).raw(OBSERVATION).attribute(MOOD, result.mood());
        if (result.negated()) {
            out.raw(NEGATED);
        }
        out.raw(Markup.CLOSE).newLine();
        code(result.code(), section, depth + 2);
        if (!result.length().isEmpty()) {
            time(depth + 2, "", result.length());
        }
        var item = items.lookUp(section, result.code());
        for (var value : result.values()) {
            value(value, item, depth + 2);
        }
        out.line(depth + 1, OBSERVATION_END).line(depth, END);
    }

    private static void check(GuidanceResult result) {
        var place = result.code();
        Strict.require(!place.isEmpty(), "observation/code", "CHK-XML-003 missing");
        Strict.require(MOODS.contains(result.mood()), place, "CHK-XML-003 a result is EVN, INT or GOL");
        Strict.require(!result.negated() || result.isBlank(), place, "CHK-ITM-012 not performed, but a value is there");
        Strict.require(
                result.negated()
                        || !result.values().isEmpty()
                        || !result.length().isEmpty(),
                place,
                "CHK-GUI-001 neither a value nor minutes");
    }

    private void code(String code, String section, int depth) {
        var known = CODES.get(section + code);
        out.indent(depth);
        if (known == null) {
            out.raw(Markup.CODE_ELEMENT).attribute(Markup.CODE, Strict.token(code, out.place()));
            out.attribute(Markup.CODE_SYSTEM, GUIDANCE_CODES).raw(Markup.CLOSE_EMPTY);
        } else {
            out.raw(known);
        }
    }

    /// A time with a day, a length, or both.
    void time(int depth, String date, Length length) {
        out.indent(depth).raw(TIME).attribute(Markup.VALUE, date);
        if (length.isEmpty()) {
            out.raw(Markup.CLOSE_EMPTY);
            return;
        }
        out.raw(Markup.CLOSE).newLine().indent(depth + 1).raw(WIDTH);
        out.attribute(Markup.VALUE, Strict.decimal(length.number(), out.place()));
        out.attribute(Markup.UNIT, Strict.token(length.unit(), out.place())).raw(Markup.CLOSE_EMPTY);
        out.line(depth, TIME_END);
    }

    private void value(WrittenValue value, @Nullable GuidanceItem item, int depth) {
        var isEmpty = value.text().isEmpty();
        Strict.require(
                isEmpty != value.nullFlavor().isEmpty(),
                out.place(),
                "CHK-ITM-013 a value, or a word that there is none");
        Strict.require(
                !isEmpty || ObservationWriter.NULL_FLAVORS.contains(value.nullFlavor()),
                out.place(),
                "CHK-ITM-013 an unknown word that there is no value");
        out.indent(depth).raw(Markup.VALUE_ELEMENT).attribute(Markup.TYPE, value.type());
        switch (value.type()) {
            case "PQ" -> {
                var unit = value.unit().isEmpty() && !isEmpty && item != null ? item.unit() : value.unit();
                out.attribute(Markup.VALUE, Strict.decimal(value.text(), out.place()))
                        .attribute(Markup.UNIT, Strict.token(unit, out.place()));
                close(value);
            }
            case "INT" -> {
                out.attribute(Markup.VALUE, integer(value.text()));
                close(value);
            }
            case "CD", "CO" -> {
                var system = value.codeSystem().isEmpty() && !isEmpty && item != null
                        ? item.codeSystem()
                        : value.codeSystem();
                out.attribute(Markup.CODE, Strict.token(value.text(), out.place()))
                        .attribute(Markup.CODE_SYSTEM, Strict.oid(system, out.place()));
                close(value);
            }
            case "ST" -> text(value);
            default ->
                Strict.require(false, out.place(), "CHK-ITM-004 a value without one of the types PQ, INT, CD, CO, ST");
        }
    }

    private String integer(String text) {
        return text.isEmpty() ? "" : Strict.digits(text, 1, 9, out.place());
    }

    private void close(WrittenValue value) {
        out.attribute(Markup.NULL_FLAVOR, value.nullFlavor()).raw(Markup.CLOSE_EMPTY);
    }

    private void text(WrittenValue value) {
        if (value.text().isEmpty()) {
            close(value);
            return;
        }
        var bytes = Widths.bytes(value.text());
        Strict.require(
                bytes <= TEXT_BYTES,
                out.place(),
                "CHK-ITM-010 text of %d bytes, at most %d".formatted(bytes, TEXT_BYTES));
        out.raw(Markup.CLOSE).text(value.text()).raw(VALUE_END);
    }
}
