package org.tsunagu.checkupformat.problems;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.ValueType;
import org.tsunagu.codes.time.PlanPeriod;

/// The checks of one result by itself (検査結果1件のチェック): CHK-ITM-002, 004 to 013, 019, 032 to 034, 037.
/// A result gets one finding, the most specific that fits.
final class ItemChecks {

    /// Where items may stand that the master does not have (任意追加項目セクション).
    static final String ADDITIONAL_SECTION = "01990";

    private static final String NOT_MEASURABLE = "NI";

    private final ItemMaster master;
    private final NumberChecks numbers = new NumberChecks();
    private final CodeChecks codes;
    private final AtomicReferenceArray<String> lastFitting;

    ItemChecks(ItemMaster master, List<ItemMaster> allMasters) {
        this.master = master;
        this.codes = new CodeChecks(master, allMasters);
        this.lastFitting = new AtomicReferenceArray<>(master.size());
    }

    /// Checks a result.
    ///
    /// @param examDay day of the checkup
    /// @param isNeeded whether the kind of checkup requires the item: then an empty result is CHK-ITM-001
    /// @return whether there is nothing to say
    boolean check(Observation observation, LocalDate examDay, boolean isNeeded, Findings findings) {
        var item = observation.item();
        if (item == null) {
            return observation.section().equals(ADDITIONAL_SECTION) || unknown(observation, findings);
        }
        if (!master.exists(item)) {
            findings.result("CHK-ITM-034", observation, "actual", item.code());
            return false;
        }
        if (item.annex() != Item.Annex.ANNEX2 && !observation.section().equals(ADDITIONAL_SECTION)) {
            return unknown(observation, findings);
        }
        if (observation.negated()) {
            return notPerformed(observation, findings);
        }
        if (!observation.method().isEmpty() && !methodFits(observation, item)) {
            findings.result("CHK-ITM-011", observation, "actual", observation.method());
            return false;
        }
        return value(observation, item, examDay, isNeeded, findings);
    }

    private static boolean unknown(Observation observation, Findings findings) {
        findings.result("CHK-ITM-002", observation, "code", Shape.orDash(observation.code()));
        return false;
    }

    private static boolean notPerformed(Observation observation, Findings findings) {
        if (!observation.values().isEmpty()) {
            findings.result("CHK-ITM-012", observation);
            return false;
        }
        return true;
    }

    private boolean methodFits(Observation observation, Item item) {
        var method = observation.method();
        // Mostly the method of the document before: then there is nothing to look up.
        if (method.equals(lastFitting.get(item.index()))) {
            return true;
        }
        var methods = master.methods(item);
        var fits = methods.isEmpty() || methods.contains(method);
        if (fits) {
            lastFitting.lazySet(item.index(), method);
        }
        return fits;
    }

    private boolean value(Observation observation, Item item, LocalDate examDay, boolean isNeeded, Findings findings) {
        var result = observation.result();
        if (observation.values().size() > 1) {
            second(observation, findings);
        }
        if (result == null) {
            return isNeeded || item.type() == ValueType.ST || wrongForm(observation, findings);
        }
        if (result.isRangeMark() && item.type() == ValueType.PQ) {
            return markAlone(observation, result, examDay, findings);
        }
        if (!result.type().equals(item.type().name())) {
            return wrongType(observation, result, item, findings);
        }
        if (!result.nullFlavor().isEmpty()) {
            return notMeasurable(observation, result, findings);
        }
        return switch (item.type()) {
            case PQ -> numbers.check(observation, result, item, findings);
            case CD, CO -> codes.check(observation, result, item, examDay, findings);
            case ST -> text(observation, result, item, findings);
        };
    }

    /// A value beside the result is kept in the document, but nothing else shows it.
    private static void second(Observation observation, Findings findings) {
        var values = observation.values().stream()
                .filter(value -> !value.isRangeMark())
                .count();
        if (values > 1) {
            findings.result("XML-SECOND-VALUE", observation, "actual", String.valueOf(values));
        }
    }

    private static boolean wrongType(Observation observation, WrittenValue result, Item item, Findings findings) {
        if (!result.nullFlavor().isEmpty() && result.type().isEmpty()) {
            return wrongForm(observation, findings);
        }
        findings.result(
                "CHK-ITM-004",
                observation,
                "actual",
                Shape.orDash(result.type()),
                "expected",
                item.type().name());
        return false;
    }

    private static boolean notMeasurable(Observation observation, WrittenValue result, Findings findings) {
        return (result.nullFlavor().equals(NOT_MEASURABLE) && result.text().isEmpty())
                || wrongForm(observation, findings);
    }

    private static boolean wrongForm(Observation observation, Findings findings) {
        findings.result("CHK-ITM-013", observation);
        return false;
    }

    /// Until the first period the mark stood alone; since then the number stands beside it.
    private static boolean markAlone(Observation observation, WrittenValue mark, LocalDate examDay, Findings findings) {
        if (examDay.isBefore(PlanPeriod.SECOND.firstDay())) {
            return true;
        }
        findings.result("CHK-ITM-008", observation, "actual", mark.text(), "expected", "PQ + " + mark.text());
        return false;
    }

    private boolean text(Observation observation, WrittenValue result, Item item, Findings findings) {
        if (item.maxBytes() > 0 && !Texts.fits(result.text(), item.maxBytes())) {
            return tooLong(observation, item, findings);
        }
        if (!observation.doctorName().isEmpty() && !item.doctorNameItem().isEmpty()) {
            var name = master.item(item.doctorNameItem());
            return name.maxBytes() == 0
                    || Texts.fits(observation.doctorName(), name.maxBytes())
                    || tooLong(observation, name, findings);
        }
        return true;
    }

    private static boolean tooLong(Observation observation, Item item, Findings findings) {
        findings.result("CHK-ITM-010", observation, "item", item.code(), "expected", String.valueOf(item.maxBytes()));
        return false;
    }
}
