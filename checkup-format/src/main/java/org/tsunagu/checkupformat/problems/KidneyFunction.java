package org.tsunagu.checkupformat.problems;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.Dates;

/// Whether eGFR agrees with creatinine, age and sex (eGFRの計算値): CHK-ITM-030. The official formula has real exponents,
/// so this one comparison is made in floating point.
final class KidneyFunction {

    private final ItemMaster master;
    private final int[] creatinine;
    private final int egfr;
    private final double factor = Limits.shipped().decimal("egfr_factor").doubleValue();
    private final double creatinineExponent =
            Limits.shipped().decimal("egfr_creatinine_exponent").doubleValue();
    private final double ageExponent =
            Limits.shipped().decimal("egfr_age_exponent").doubleValue();
    private final double femaleFactor =
            Limits.shipped().decimal("egfr_female_factor").doubleValue();
    private final double tolerance = Limits.shipped().decimal("egfr_tolerance").doubleValue();
    private final int youngest = Limits.shipped().integer("egfr_age_lowest");
    private final int oldest = Limits.shipped().integer("age_highest");

    KidneyFunction(ItemMaster master) {
        this.master = master;
        this.creatinine = master.family("creatinine");
        this.egfr = master.family("egfr")[0];
    }

    void check(Checkup checkup) {
        var reported = checkup.results().number(egfr);
        var birth = checkup.document().header().birthDay();
        var sex = checkup.document().header().sex();
        if (reported == null || birth.isEmpty() || sex.isEmpty()) {
            return;
        }
        var age = Dates.age(birth.get(), checkup.examDay());
        var expected = Double.NaN;
        for (var index : creatinine) {
            var measured = checkup.results().number(index);
            if (measured == null || measured.signum() <= 0 || age < youngest || age > oldest) {
                continue;
            }
            expected = computed(measured, age, sex.get());
            if (Math.abs(expected - reported.doubleValue()) <= tolerance) {
                return;
            }
        }
        if (!Double.isNaN(expected)) {
            var shown = BigDecimal.valueOf(expected)
                    .setScale(1, RoundingMode.HALF_UP)
                    .toPlainString();
            checkup.report("CHK-ITM-030", master.item(egfr), "actual", reported.toPlainString(), "expected", shown);
        }
    }

    private double computed(BigDecimal measured, int age, Sex sex) {
        var male = factor * Math.pow(measured.doubleValue(), creatinineExponent) * Math.pow(age, ageExponent);
        return sex == Sex.MALE ? male : male * femaleFactor;
    }
}
