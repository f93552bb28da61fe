package org.tsunagu.checkupformat.problems;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.tsunagu.codes.item.Decimals;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.table.Table;

/// Whether numbers agree with each other and with common sense (数値の整合): BMI (CHK-ITM-029), scale (CHK-ITM-035) and
/// calculated LDL (CHK-ITM-036). Values are exact decimals.
final class Consistency {

    private static final Table SCALES =
            Table.read("problems/scales", Consistency.class.getResourceAsStream("scales.tsv"));
    private static final int CENTIMETRES = 2;

    private final ItemMaster master;
    private final int height;
    private final int weight;
    private final int bmi;
    private final int[] calculatedLdl;
    private final int[] fastingTriglycerides;
    private final BigDecimal bmiTolerance = Limits.shipped().decimal("bmi_tolerance");
    private final BigDecimal mostTriglycerides = Limits.shipped().decimal("calculated_ldl_triglycerides");
    private final List<Scale> scales = new ArrayList<>();

    /// From where on a number points to a wrong scale.
    private record Scale(Item item, boolean isBelow, BigDecimal limit) {

        boolean isBroken(BigDecimal number) {
            return isBelow ? number.compareTo(limit) < 0 : number.compareTo(limit) > 0;
        }
    }

    Consistency(ItemMaster master) {
        this.master = master;
        this.height = master.family("height")[0];
        this.weight = master.family("weight")[0];
        this.bmi = master.family("bmi")[0];
        this.calculatedLdl = master.family("calculated_ldl");
        this.fastingTriglycerides = master.family("fasting_triglycerides");
        for (var row : SCALES.on(master.day())) {
            var item = master.item(row.key());
            row.decimal("below").ifPresent(limit -> scales.add(new Scale(item, true, limit)));
            row.decimal("above").ifPresent(limit -> scales.add(new Scale(item, false, limit)));
        }
    }

    void check(Checkup checkup) {
        bodyMass(checkup);
        for (var scale : scales) {
            scale(scale, checkup);
        }
        calculatedLdl(checkup);
    }

    /// Without division: the difference times height squared.
    private void bodyMass(Checkup checkup) {
        var results = checkup.results();
        var reported = results.number(bmi);
        var kilograms = results.number(weight);
        var centimetres = results.number(height);
        if (reported == null || kilograms == null || centimetres == null || centimetres.signum() == 0) {
            return;
        }
        var metres = centimetres.movePointLeft(CENTIMETRES);
        var square = metres.multiply(metres);
        var difference = reported.multiply(square).subtract(kilograms).abs();
        if (difference.compareTo(bmiTolerance.multiply(square)) > 0) {
            var expected = kilograms.divide(square, 1, RoundingMode.HALF_UP).toPlainString();
            checkup.report("CHK-ITM-029", master.item(bmi), "actual", reported.toPlainString(), "expected", expected);
        }
    }

    private static void scale(Scale scale, Checkup checkup) {
        var index = scale.item().index();
        var results = checkup.results();
        if (results.hasValue(index) && !results.isSpoiled(index)) {
            var number = Decimals.parse(results.text(index));
            if (number != null && scale.isBroken(number)) {
                checkup.report("CHK-ITM-035", scale.item(), "actual", number.toPlainString());
            }
        }
    }

    private void calculatedLdl(Checkup checkup) {
        var results = checkup.results();
        var ldl = results.firstValue(calculatedLdl);
        if (ldl < 0) {
            return;
        }
        var fasting = results.firstValue(fastingTriglycerides);
        if (fasting >= 0 && results.isSpoiled(fasting)) {
            return;
        }
        var number = fasting < 0 ? null : results.number(fasting);
        if (number == null || number.compareTo(mostTriglycerides) >= 0) {
            checkup.report("CHK-ITM-036", master.item(ldl));
        }
    }
}
