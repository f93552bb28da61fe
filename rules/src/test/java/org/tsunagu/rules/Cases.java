package org.tsunagu.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.ItemValue;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.item.ValueState;
import org.tsunagu.codes.item.ValueType;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.rules.decision.Reason;

/// Builds people from the short words of the case tables: `waist=91.0 sbp=134 med_bp=2`, a value of `-` takes an
/// item away, `!not_performed` and the like give a state, `H:` and `L:` a mark beside the number.
public final class Cases {

    public static final Judging AS_SHIPPED = Judging.shipped();

    /// The item a word stands for.
    public static final Map<String, String> ITEMS = new TreeMap<>(Map.ofEntries(
            Map.entry("waist", "9N016160100000001"),
            Map.entry("waist_self", "9N016160200000001"),
            Map.entry("waist_told", "9N016160300000001"),
            Map.entry("vfa", "9N021000000000001"),
            Map.entry("bmi", "9N011000000000001"),
            Map.entry("height", "9N001000000000001"),
            Map.entry("weight", "9N006000000000001"),
            Map.entry("sbp", "9A755000000000001"),
            Map.entry("dbp", "9A765000000000001"),
            Map.entry("sbp2", "9A752000000000001"),
            Map.entry("dbp2", "9A762000000000001"),
            Map.entry("sbp1", "9A751000000000001"),
            Map.entry("dbp1", "9A761000000000001"),
            Map.entry("tg", "3F015000002327101"),
            Map.entry("tg_casual", "3F015129902327101"),
            Map.entry("hdl", "3F070000002327101"),
            Map.entry("ldl", "3F077000002327101"),
            Map.entry("ldl_calculated", "3F077000002391901"),
            Map.entry("non_hdl", "3F069000002391901"),
            Map.entry("tc", "3F050000002327101"),
            Map.entry("fpg", "3D010000001926101"),
            Map.entry("hba1c", "3D046000001906202"),
            Map.entry("jds", "3D045000001906202"),
            Map.entry("casual", "3D010129901926101"),
            Map.entry("draw", "9N141000000000011"),
            Map.entry("med_bp", "9N701000000000011"),
            Map.entry("med_glucose", "9N706000000000011"),
            Map.entry("med_lipid", "9N711000000000011"),
            Map.entry("fix_bp", "9N702167200000049"),
            Map.entry("fix_glucose", "9N707167200000049"),
            Map.entry("smoking", "9N736000000000011"),
            Map.entry("egfr", "8A065000002391901"),
            Map.entry("creatinine", "3C015000002327101"),
            Map.entry("acr", "3A015000000106128"),
            Map.entry("protein", "1A010000000191111"),
            Map.entry("sugar", "1A020000000191111"),
            Map.entry("urine_reason", "9N512000000000011"),
            Map.entry("ast", "3B035000002327201"),
            Map.entry("alt", "3B045000002327201"),
            Map.entry("ggt", "3B090000002327101"),
            Map.entry("hb", "2A030000001930101"),
            Map.entry("stroke", "9N716000000000011"),
            Map.entry("history", "9N056000000000011"),
            Map.entry("subjective", "9N061000000000011"),
            Map.entry("objective", "9N066000000000011"),
            Map.entry("metabolic", "9N501000000000011"),
            Map.entry("level", "9N506000000000011"),
            Map.entry("doctor", "9N511000000000049"),
            Map.entry("doctor_name", "9N516000000000049"),
            Map.entry("anaemia", "9N731000000000011")));

    private Cases() {}

    public static CheckupValues values(String given) {
        var values = CheckupValues.over(Items.shipped());
        words(given).forEach((word, value) -> {
            if (!value.equals("-")) {
                var item = Items.shipped().get(ITEMS.getOrDefault(word, word));
                values.put(item, value(item.type(), value));
            }
        });
        return values.build();
    }

    /// Later words replace earlier ones.
    public static Map<String, String> words(String given) {
        var words = new TreeMap<String, String>();
        Stream.of(given.split(" ")).filter(word -> !word.isEmpty()).forEach(word -> {
            var equals = word.indexOf('=');
            words.put(word.substring(0, equals), word.substring(equals + 1));
        });
        return words;
    }

    private static ItemValue value(ValueType type, String text) {
        if (text.startsWith("!")) {
            return Stream.of(ValueState.values())
                    .filter(state -> state.word().equals(text.substring(1)))
                    .map(ItemValue::of)
                    .findFirst()
                    .orElseThrow();
        }
        if (text.startsWith("H:") || text.startsWith("L:")) {
            var state = text.startsWith("H") ? ValueState.ABOVE_RANGE : ValueState.BELOW_RANGE;
            return ItemValue.outOfRange(state, text.substring(2));
        }
        return type == ValueType.PQ ? ItemValue.number(text) : ItemValue.code(text);
    }

    /// A person of an age in the fiscal year, not born around 1 April.
    public static Examinee person(String sex, int age, LocalDate examination) {
        var year = examination.getMonthValue() < 4 ? examination.getYear() - 1 : examination.getYear();
        return new Examinee(
                Sex.of(sex.equals("M") ? "1" : "2").orElseThrow(), LocalDate.of(year + 1 - age, 1, 15), examination);
    }

    public static Judgement judge(String sex, int age, String examination, String given) {
        return AS_SHIPPED.judge(person(sex, age, LocalDate.parse(examination)), values(given));
    }

    /// A person in whom nothing is wrong, with what a case gives instead.
    public static String healthyWith(String given) {
        return "waist=80.0 bmi=22.0 sbp=120 dbp=70 tg=100 hdl=60 fpg=90 draw=2 med_bp=2 med_glucose=2 med_lipid=2"
                + " smoking=2 "
                + orEmpty(given);
    }

    /// The keys of the rows that reasons rest on.
    public static List<String> rows(List<Reason> reasons) {
        return reasons.stream().map(reason -> reason.basis().row()).toList();
    }

    /// An empty cell of a case table.
    public static String orEmpty(String cell) {
        return cell == null ? "" : cell;
    }

    /// The words of a cell with commas.
    public static List<String> list(String cell) {
        return orEmpty(cell).isEmpty() ? List.of() : List.of(cell.split(","));
    }
}
