package org.tsunagu.checkupformat.cda;

import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.ReferenceRange;
import org.tsunagu.checkupformat.document.WrittenValue;

/// Reads values and reference ranges of observations (値・基準範囲).
final class ValueReader {

    private final XmlCursor xml;
    private final TagCache<WrittenValue> tags;
    private final KnownRanges ranges;

    ValueReader(XmlCursor xml, KnownTags known) {
        this.xml = xml;
        this.tags = known.values();
        this.ranges = known.ranges();
    }

    /// At `value` of an observation.
    WrittenValue value() throws RefusedXml {
        var known = xml.known(tags);
        return known == null ? unknown() : known;
    }

    private WrittenValue unknown() throws RefusedXml {
        var type = "";
        var unit = "";
        var codeSystem = "";
        var nullFlavor = "";
        @Nullable String number = null;
        @Nullable String code = null;
        var count = xml.attributes();
        for (var i = 0; i < count; i++) {
            switch (xml.attributeName(i)) {
                case "type" -> type = withoutPrefix(xml.word(i));
                case "value" -> number = xml.word(i);
                case "code" -> code = xml.word(i);
                case "unit" -> unit = xml.word(i);
                case "codeSystem" -> codeSystem = xml.word(i);
                case "nullFlavor" -> nullFlavor = xml.word(i);
                default -> {}
            }
        }
        var text = number == null ? code : number;
        return text == null
                ? new WrittenValue(type, xml.text(), unit, codeSystem, nullFlavor)
                : xml.keep(tags, new WrittenValue(type, text, unit, codeSystem, nullFlavor));
    }

    /// At `referenceRange`.
    @Nullable
    ReferenceRange range() throws RefusedXml {
        if (!xml.find("observationRange") || !xml.find("value")) {
            return null;
        }
        var low = "";
        var lowUnit = "";
        var high = "";
        var highUnit = "";
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "low" -> {
                    low = xml.word("value");
                    lowUnit = xml.word("unit");
                }
                case "high" -> {
                    high = xml.word("value");
                    highUnit = xml.word("unit");
                }
                default -> {}
            }
        }
        return ranges.of(low, lowUnit, high, highUnit);
    }

    private static String withoutPrefix(String type) {
        var colon = type.indexOf(':');
        return colon < 0 ? type : type.substring(colon + 1);
    }
}
