package org.tsunagu.synthetic.defects;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Defects that only the rules of the programme show (制度上の不備): judgements, sampling time, items of other periods.
final class RuleDefects {
    private static final String METABOLIC = "9N501000000000011";
    private static final String LEVEL = "9N506000000000011";
    private static final String TIME = "9N141000000000011";
    private static final String SMOKING = "9N736000000000011";
    private static final List<String> MEDICINES =
            List.of("9N701000000000011", "9N706000000000011", "9N711000000000011");
    private static final String NONE = "3";
    private static final int RAISE = 3;
    private static final int MOST_DIASTOLIC = 150;

    private RuleDefects() {}

    static Map<String, Planter> all() {
        var all = new TreeMap<String, Planter>();
        all.put("LEVEL", s -> takesNothing(s) ? code(s, LEVEL, NONE, "2") : Optional.empty());
        all.put("METABOLIC", s -> code(s, METABOLIC, NONE, "1"));
        all.put("MEDICATION-LEVEL", s -> takesSomething(s) ? code(s, LEVEL, NONE, "1") : Optional.empty());
        all.put(
                "FASTING-TIME",
                s -> s.isFourthPeriod() && !casual(s).isEmpty() ? Optional.empty() : fourth(s, TIME, "2", "3"));
        all.put("CASUAL-TIME", s -> fourth(s, TIME, "3", "2"));
        all.put("OLD-TIME", s -> fourth(s, TIME, "2", "1"));
        all.put("OLD-SMOKING", RuleDefects::oldSmoking);
        all.put("OTHER-PERIOD", RuleDefects::otherPeriod);
        all.put("INTERVIEW", s -> s.behind(SMOKING, RuleDefects::interview, "9N807000000000011"));
        all.put("PRESSURE-TWICE", RuleDefects::pressureTwice);
        all.put("PRESSURE-ORDER", RuleDefects::pressureOrder);
        all.put("NO-REASON", RuleDefects::noReason);
        all.put("CALCULATED-LDL", RuleDefects::calculatedLdl);
        return all;
    }

    private static boolean takesNothing(Source source) {
        return MEDICINES.stream().allMatch(item -> source.answers(item, "2"));
    }

    private static boolean takesSomething(Source source) {
        return MEDICINES.stream().anyMatch(item -> source.answers(item, "1"));
    }

    private static Optional<Change> code(Source source, String item, String from, String to) {
        return source.change(item, " code=\"" + from + "\" codeSystem", " code=\"" + to + "\" codeSystem");
    }

    private static Optional<Change> fourth(Source source, String item, String from, String to) {
        return source.isFourthPeriod() ? code(source, item, from, to) : Optional.empty();
    }

    private static String casual(Source source) {
        return source.first("3F015129902327101", "3F015129902327201", "3F015129902399901");
    }

    private static Optional<Change> oldSmoking(Source source) {
        return source.isFourthPeriod()
                ? source.change(SMOKING, "119\\.6\\.24060", "119.6.2003")
                : source.change(SMOKING, "119\\.6\\.2003", "119.6.24060");
    }

    private static Optional<Change> otherPeriod(Source source) {
        var old = "9N806000000000011";
        var now = "9N808000000000011";
        var here = source.isFourthPeriod() ? now : old;
        var there = source.isFourthPeriod() ? old : now;
        return source.change(here, here, there).map(change -> Change.of(change.xml(), there));
    }

    private static String interview(String entry) {
        return entry.replace(SMOKING, "9N807000000000011")
                .replaceFirst(
                        " code=\"[1-3]\" codeSystem=\"[^\"]+\"", " code=\"1\" codeSystem=\"1.2.392.200119.6.18060\"");
    }

    /// The mean of two readings and the first of them.
    private static Optional<Change> pressureTwice(Source source) {
        var mean = "9A755000000000001";
        var once = "9A751000000000001";
        return source.behind(mean, entry -> entry.replace(mean, once).replaceAll("\\s*<methodCode[^>]*/>", ""), once);
    }

    private static Optional<Change> pressureOrder(Source source) {
        var systolic = source.first("9A755000000000001", "9A751000000000001");
        var diastolic = source.first("9A765000000000001", "9A761000000000001");
        var number = Pattern.compile(" value=\"([0-9]{2,3})\" unit").matcher(source.observation(systolic));
        // Above 150 the diastolic number would be outside the input range as well.
        if (!number.find() || Integer.parseInt(number.group(1)) > MOST_DIASTOLIC - RAISE) {
            return Optional.empty();
        }
        var raised = Integer.toString(Integer.parseInt(number.group(1)) + RAISE);
        return source.change(
                diastolic,
                o -> Source.number(o, n -> raised)
                        .replaceFirst("<interpretationCode code=\"[NL]\"/>", "<interpretationCode code=\"H\"/>"));
    }

    /// A urine test not done, without the reason that the fourth period wants.
    private static Optional<Change> noReason(Source source) {
        var urine = source.first("1A010000000191111", "1A010000000190111");
        return source.isFourthPeriod() && !source.has("9N512000000000011")
                ? source.change(
                        urine,
                        o -> o.replaceFirst("moodCode=\"EVN\">", "moodCode=\"EVN\" negationInd=\"true\">")
                                .replaceAll("\\s*<(value|methodCode)[^>]*/>", ""))
                : Optional.empty();
    }

    /// LDL computed although the blood was taken after a meal.
    private static Optional<Change> calculatedLdl(Source source) {
        var direct = source.first("3F077000002327101", "3F077000002327201", "3F077000002399901");
        var computed = "3F077000002391901";
        return source.answers(TIME, "3")
                ? source.change(direct, o -> o.replaceFirst(direct, computed).replaceAll("\\s*<methodCode[^>]*/>", ""))
                        .map(change -> Change.of(change.xml(), computed))
                : Optional.empty();
    }
}
