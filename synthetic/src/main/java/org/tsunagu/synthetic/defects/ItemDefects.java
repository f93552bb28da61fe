package org.tsunagu.synthetic.defects;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Defects in the results (検査結果の不備).
final class ItemDefects {
    private static final String HEIGHT = "9N001000000000001";
    private static final String WEIGHT = "9N006000000000001";
    private static final String SYMPTOM = "9N061000000000011";
    private static final String SYMPTOM_TEXT = "9N061160800000049";
    private static final String OPINION = "9N511000000000049";
    private static final String SLEEP = "9N796000000000011";
    private static final String EATING = "9N766000000000011";
    private static final String RED_CELLS = "2A020000001930101";
    private static final String ECG_TARGET = "9A110161600000011";
    private static final String CREATININE_TARGET = "3C015161602399911";
    private static final String EGFR = "8A065000002391901";
    private static final String MARK =
            "<value xsi:type=\"CD\" code=\"H\" codeSystem=\"2.16.840.1.113883.5.83\"" + " displayName=\"以上\"/>\n";
    private static final String TOO_LONG = "長".repeat(200);

    private ItemDefects() {}

    static Map<String, Planter> all() {
        var all = new TreeMap<String, Planter>();
        measured(all);
        answered(all);
        return all;
    }

    private static void measured(Map<String, Planter> all) {
        all.put("UNIT", s -> s.change(HEIGHT, "unit=\"cm\"", "unit=\"mm\""));
        all.put(
                "TYPE",
                s -> s.change(
                        HEIGHT, "xsi:type=\"PQ\" value=\"([0-9.]+)\" unit=\"cm\"/>", "xsi:type=\"ST\">$1</value>"));
        all.put("MISSING", s -> s.without(alt(s), "entry"));
        all.put("WAIST-MISSING", s -> s.without("9N016160100000001", "entry"));
        all.put("DOUBLE", s -> s.behind(ast(s), entry -> entry, ast(s)));
        all.put(
                "UNKNOWN-ITEM",
                s -> s.behind(ast(s), entry -> entry.replace(ast(s), "9Z999000000000001"), "9Z999000000000001"));
        all.put("DECIMALS", s -> s.change(HEIGHT, o -> Source.number(o, n -> n + "4")));
        all.put("DIGITS", s -> s.change(ast(s), o -> high(Source.number(o, n -> "1234567"), true)));
        all.put(
                "RANGE",
                s -> s.change(ggt(s), o -> o.contains(MARK.trim()) ? o : high(Source.number(o, n -> "1234"), false)));
    }

    private static void answered(Map<String, Planter> all) {
        all.put("CODE", s -> s.change(SLEEP, " code=\"[12]\" codeSystem", " code=\"9\" codeSystem"));
        all.put("CODE-SYSTEM", s -> s.change(EATING, "119\\.6\\.2004", "119.6.9999"));
        all.put("TEXT-LONG", s -> s.change(OPINION, ">[^<]+</value>", ">" + TOO_LONG + "</value>"));
        all.put("METHOD", s -> s.change(ast(s), "<methodCode code=\"[^\"]+\"", "<methodCode code=\"1A01010000\""));
        all.put("NEGATED", ItemDefects::negated);
        all.put("NULL-FLAVOR", ItemDefects::nullFlavor);
        all.put("SYMPTOM-TEXT", s -> s.without(SYMPTOM_TEXT, "entry"));
        all.put(
                "SYMPTOM-EMPTY",
                s -> s.answers(SYMPTOM, "2")
                        ? s.change(SYMPTOM, " code=\"2\" codeSystem", " code=\"1\" codeSystem")
                        : Optional.empty());
        all.put(
                "INTERPRETATION",
                s -> s.change(ast(s), "<interpretationCode code=\"N\"/>", "<interpretationCode code=\"H\"/>"));
        all.put(
                "RANGE-UNIT",
                s -> s.change(ast(s), "<low value=\"([0-9.]+)\" unit=\"U/L\"/>", "<low value=\"$1\" unit=\"mg/dL\"/>"));
        all.put(
                "BMI",
                s -> s.change(
                        WEIGHT,
                        o -> Source.number(
                                o, n -> new BigDecimal(n).add(BigDecimal.TEN).toPlainString())));
        all.put(
                "EGFR",
                s -> s.change(
                        EGFR,
                        o -> Source.number(
                                o, n -> new BigDecimal(n).add(BigDecimal.TEN).toPlainString())));
        all.put(
                "EGFR-MISSING",
                s -> detailed(s, CREATININE_TARGET) ? s.without(EGFR, "entryRelationship") : Optional.empty());
        all.put(
                "REASON-MISSING",
                s -> detailed(s, ECG_TARGET) ? s.without("9A110161000000049", "entryRelationship") : Optional.empty());
        all.put("TARGET-MISSING", s -> s.without(ECG_TARGET, "entryRelationship"));
        all.put("SCALE", s -> s.change(RED_CELLS, o -> high(Source.number(o, n -> n + "0"), true)));
        all.put("DOCTOR", s -> s.change(OPINION, "(?s)\\s*<author>.*</author>", ""));
    }

    /// Whether a test was done as a detailed item, not for everybody: only then a reason is demanded.
    private static boolean detailed(Source source, String target) {
        return source.has(target) && !source.answers(target, "0");
    }

    static String ast(Source source) {
        return source.first("3B035000002327201", "3B035000002399901");
    }

    private static String alt(Source source) {
        return source.first("3B045000002327201", "3B045000002399901");
    }

    private static String ggt(Source source) {
        return source.first("3B090000002327101", "3B090000002399901");
    }

    /// Marks a number as high, with or without the mark of the input range.
    private static String high(String observation, boolean mark) {
        var high = observation.replaceFirst("<interpretationCode code=\"[NL]\"/>", "<interpretationCode code=\"H\"/>");
        return mark ? high.replaceFirst("<value ", MARK + "<value ") : high;
    }

    // In the fourth period a test not done would also lack its reason.
    private static Optional<Change> negated(Source source) {
        return source.isFourthPeriod()
                ? Optional.empty()
                : source.change(ast(source), "moodCode=\"EVN\">", "moodCode=\"EVN\" negationInd=\"true\">");
    }

    private static Optional<Change> nullFlavor(Source source) {
        return source.isFourthPeriod()
                ? Optional.empty()
                : source.change(
                        ast(source),
                        "<value xsi:type=\"PQ\" value=\"[0-9]+\" unit=\"U/L\"/>",
                        "<value nullFlavor=\"NI\"/>");
    }
}
