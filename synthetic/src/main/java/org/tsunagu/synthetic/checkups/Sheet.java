package org.tsunagu.synthetic.checkups;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.checkupformat.document.ReferenceRange;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.item.Methods;
import org.tsunagu.codes.item.Range;
import org.tsunagu.codes.item.ValueType;
import org.tsunagu.codes.person.Sex;

/// Fills in the results of one checkup (健診結果票), each in the form the item master demands.
final class Sheet {
    private static final String SECTION = "01010";
    private static final String NOT_MEASURABLE = "NI";

    private final Items items;
    private final LocalDate day;
    private final Sex sex;
    private final List<Observation> observations = new ArrayList<>();
    private int series;
    private boolean inSeries;
    private boolean incomplete;

    Sheet(Items items, LocalDate day, Sex sex) {
        this.items = items;
        this.day = day;
        this.sex = sex;
    }

    void number(String code, String text) {
        var item = items.get(code);
        var number = new BigDecimal(text);
        var written = new WrittenValue("PQ", text, item.unit(), "", "");
        var mark = mark(item.inputRange(), number);
        var values = mark.isEmpty() ? List.of(written) : List.of(rangeMark(mark), written);
        var reference = item.reference(sex);
        var interpretation = reference.isOpen() ? "" : interpretation(reference, number);
        add(item, false, values, interpretation, reference(reference, item.unit()));
    }

    void code(String code, int answer) {
        var item = items.get(code);
        var system = items.codeSystem(item, day);
        var value = new WrittenValue(item.type().name(), Integer.toString(answer), "", system, "");
        add(item, false, List.of(value), "", null);
    }

    void text(String code, String text) {
        add(items.get(code), false, List.of(new WrittenValue(ValueType.ST.name(), text, "", "", "")), "", null);
    }

    /// A text given by a doctor.
    void signed(String code, String text, String doctor) {
        text(code, text);
        var o = observations.removeLast();
        observations.add(new Observation(
                o.section(),
                o.code(),
                o.item(),
                o.group(),
                o.relation(),
                o.negated(),
                o.values(),
                o.method(),
                o.interpretation(),
                o.range(),
                doctor,
                o.line(),
                o.column()));
    }

    void notPerformed(String code) {
        incomplete = true;
        add(items.get(code), true, List.of(), "", null);
    }

    void notMeasurable(String code) {
        incomplete = true;
        var item = items.get(code);
        add(item, false, List.of(new WrittenValue(item.type().name(), "", "", "", NOT_MEASURABLE)), "", null);
    }

    /// Results until [#closeSeries] belong together.
    void openSeries() {
        series++;
        inSeries = true;
    }

    void closeSeries() {
        inSeries = false;
    }

    private void add(
            Item item,
            boolean negated,
            List<WrittenValue> values,
            String interpretation,
            @Nullable ReferenceRange range) {
        observations.add(new Observation(
                SECTION,
                item.code(),
                item,
                inSeries ? series : 0,
                inSeries ? item.group().relation() : "",
                negated,
                values,
                negated ? "" : method(item),
                interpretation,
                range,
                "",
                0,
                0));
    }

    private static String method(Item item) {
        var methods = new TreeSet<>(Methods.shipped().of(item));
        return methods.isEmpty() ? "" : methods.first();
    }

    private static String mark(Range range, BigDecimal number) {
        return range.isBelow(number) ? "H" : range.isAbove(number) ? "L" : "";
    }

    private static WrittenValue rangeMark(String mark) {
        return new WrittenValue("CD", mark, "", WrittenValue.RANGE_MARK_SYSTEM, "");
    }

    private static String interpretation(Range reference, BigDecimal number) {
        return reference.isBelow(number) ? "H" : reference.isAbove(number) ? "L" : "N";
    }

    private static @Nullable ReferenceRange reference(Range range, String unit) {
        if (range.isOpen()) {
            return null;
        }
        var low = range.low() == null ? "" : range.low().toPlainString();
        var high = range.high() == null ? "" : range.high().toPlainString();
        return new ReferenceRange(low, low.isEmpty() ? "" : unit, high, high.isEmpty() ? "" : unit);
    }

    /// Whether something was not performed or not measurable.
    boolean isIncomplete() {
        return incomplete;
    }

    List<Observation> observations() {
        return observations;
    }

    CheckupValues values() {
        var values = CheckupValues.over(items);
        for (var observation : observations) {
            if (observation.item() != null) {
                values.put(observation.item(), observation.toItemValue());
            }
        }
        return values.build();
    }
}
