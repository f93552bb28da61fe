package org.tsunagu.rules.stratification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tsunagu.rules.Person;

/// The stratification as a person would do it by hand from the text of RULES.md 4.2 to 4.4, written without the
/// tables: every missing value is replaced by a low and by a high real value, every record so completed is
/// judged.
final class Oracle {

    /// A value that is certainly below its cut, and one that is certainly above; for HDL the other way round.
    private static final Map<String, List<String>> EXTREMES = new LinkedHashMap<>();

    static {
        EXTREMES.put("waist", List.of("50.0", "140.0"));
        EXTREMES.put("bmi", List.of("21.0", "40.0"));
        EXTREMES.put("sbp", List.of("90", "200"));
        EXTREMES.put("dbp", List.of("50", "120"));
        EXTREMES.put("tg", List.of("50", "400"));
        EXTREMES.put("hdl", List.of("90", "20"));
        EXTREMES.put("fpg", List.of("70", "200"));
        EXTREMES.put("med_bp", List.of("2", "1"));
        EXTREMES.put("med_glucose", List.of("2", "1"));
        EXTREMES.put("med_lipid", List.of("2", "1"));
        EXTREMES.put("smoking", List.of("2", "1"));
    }

    private final Map<String, String> given;
    private final LocalDate day;
    private final String sex;
    private final int age;

    private Oracle(Map<String, String> given, LocalDate day, String sex, int age) {
        this.given = given;
        this.day = day;
        this.sex = sex;
        this.age = age;
    }

    /// The levels that the completions of a person's missing values give.
    static Set<Level> levels(Person person) {
        var usable = new LinkedHashMap<>(person.words());
        usable.values().removeIf("-"::equals);
        var oracle = new Oracle(usable, person.examination(), person.sex(), person.age());
        oracle.dropUnusable();
        oracle.joinAlternatives();
        var levels = EnumSet.noneOf(Level.class);
        oracle.complete(List.copyOf(EXTREMES.keySet()), levels);
        return levels;
    }

    private boolean isFrom(int year) {
        return !day.isBefore(LocalDate.of(year, 4, 1));
    }

    private void dropUnusable() {
        var draw = given.getOrDefault("draw", "");
        if (isFrom(2024) && draw.equals("1")) {
            draw = ""; // not an answer of the 4th period
        }
        if (!draw.isEmpty() && !draw.equals("2")) {
            given.remove("fpg"); // not fasting, whatever the item says
            if (isFrom(2024)) {
                given.remove("tg");
            }
        }
        if (draw.equals("4") || !isFrom(2018)) {
            given.remove("casual");
        }
        if (draw.equals("4") || draw.equals("2") || !isFrom(2024)) {
            given.remove("tg_casual");
        }
        given.remove(isFrom(2013) ? "jds" : "hba1c");
        var smoking = given.getOrDefault("smoking", "");
        if (smoking.equals("4") || (smoking.equals("3") && !isFrom(2024))) {
            given.remove("smoking");
        }
    }

    /// Brings all ways of knowing something down to one word each.
    private void joinAlternatives() {
        first("waist", "waist", "waist_self", "waist_told");
        if (!given.containsKey("bmi") && given.containsKey("height") && given.containsKey("weight")) {
            var metres = number("height").movePointLeft(2);
            given.put(
                    "bmi",
                    number("weight")
                            .divide(metres.multiply(metres), 1, RoundingMode.HALF_UP)
                            .toPlainString());
        }
        joinPressure();
        if (!given.containsKey("fpg")) {
            joinGlucose();
        }
        if (!given.containsKey("tg") && given.containsKey("tg_casual")) {
            given.put("tg", number("tg_casual").intValue() >= 175 ? "400" : "50");
        }
    }

    private void joinPressure() {
        for (var which : List.of("", "2", "1")) {
            if (given.containsKey("sbp" + which) && given.containsKey("dbp" + which)) {
                given.put("sbp", given.get("sbp" + which));
                given.put("dbp", given.get("dbp" + which));
                return;
            }
        }
        first("sbp", "sbp", "sbp2", "sbp1");
        first("dbp", "dbp", "dbp2", "dbp1");
    }

    private void joinGlucose() {
        if (given.containsKey("hba1c")) {
            given.put("fpg", number("hba1c").compareTo(new BigDecimal("5.6")) >= 0 ? "200" : "70");
        } else if (given.containsKey("jds")) {
            given.put("fpg", number("jds").compareTo(new BigDecimal("5.2")) >= 0 ? "200" : "70");
        } else if (given.containsKey("casual")) {
            given.put("fpg", number("casual").intValue() >= 100 ? "200" : "70");
        }
    }

    private void first(String name, String... words) {
        for (var word : words) {
            if (given.containsKey(word)) {
                given.put(name, given.get(word));
                return;
            }
        }
    }

    private BigDecimal number(String word) {
        return new BigDecimal(given.get(word));
    }

    private void complete(List<String> words, Set<Level> levels) {
        if (levels.size() > 1) {
            return; // two levels are enough to be undetermined
        }
        if (words.isEmpty()) {
            levels.add(level());
            return;
        }
        var rest = words.subList(1, words.size());
        var word = words.getFirst();
        if (given.containsKey(word) || (word.equals("waist") && given.containsKey("vfa"))) {
            complete(rest, levels);
        } else if (word.equals("waist")
                && given.containsKey("bmi")
                && number("bmi").intValue() < 20) {
            given.put("waist", EXTREMES.get("waist").getFirst()); // lawfully left out
            complete(rest, levels);
            given.remove("waist");
        } else {
            for (var value : EXTREMES.get(word)) {
                given.put(word, value);
                complete(rest, levels);
            }
            given.remove(word);
        }
    }

    /// RULES.md 4.2 on a record without gaps.
    private Level level() {
        if (is("med_bp") || is("med_glucose") || is("med_lipid")) {
            return Level.NONE;
        }
        var cut = new BigDecimal(sex.equals("M") ? "85.0" : "90.0");
        var waist = given.containsKey("vfa")
                ? number("vfa").intValue() >= 100
                : number("waist").compareTo(cut) >= 0;
        var bmi = number("bmi").compareTo(new BigDecimal("25.0")) >= 0;
        var n = (number("sbp").intValue() >= 130 || number("dbp").intValue() >= 85 ? 1 : 0)
                + (number("tg").intValue() >= 150 || number("hdl").intValue() < 40 ? 1 : 0)
                + (number("fpg").intValue() >= 100 ? 1 : 0);
        var r = n + (n > 0 && is("smoking") ? 1 : 0);
        if ((!waist && !bmi) || r == 0) {
            return Level.NONE;
        }
        return r >= (waist ? 2 : 3) && age < 65 ? Level.ACTIVE : Level.MOTIVATIONAL;
    }

    private boolean is(String word) {
        return given.get(word).equals("1");
    }
}
