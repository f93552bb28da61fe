package org.tsunagu.checkupformat.problems;

import org.tsunagu.codes.item.Decimals;

/// The blood pressure (血圧のチェック): the pattern in which it is written, CHK-ITM-014, and systolic above diastolic,
/// CHK-ITM-031.
final class Pressure {

    private final ItemMaster master;
    private final int[] systolic;
    private final int[] diastolic;

    Pressure(ItemMaster master) {
        this.master = master;
        this.systolic = master.family("systolic");
        this.diastolic = master.family("diastolic");
    }

    void check(Checkup checkup) {
        var results = checkup.results();
        var upper = pattern(systolic, results);
        var lower = pattern(diastolic, results);
        if (Integer.bitCount(upper) > 1
                || Integer.bitCount(lower) > 1
                || (upper != lower && upper != 0 && lower != 0)) {
            checkup.report("CHK-ITM-014", master.item(results.firstValue(upper == 0 ? diastolic : systolic)));
        }
        for (var i = 0; i < systolic.length; i++) {
            if (isUpsideDown(systolic[i], diastolic[i], results)) {
                var actual = results.text(systolic[i]) + "/" + results.text(diastolic[i]);
                checkup.report("CHK-ITM-031", master.item(systolic[i]), "actual", actual);
                return;
            }
        }
    }

    /// One bit for each reading that has a value.
    private static int pattern(int[] readings, Results results) {
        var bits = 0;
        for (var i = 0; i < readings.length; i++) {
            bits |= results.hasValue(readings[i]) ? 1 << i : 0;
        }
        return bits;
    }

    private static boolean isUpsideDown(int upper, int lower, Results results) {
        if (!results.hasValue(upper)
                || !results.hasValue(lower)
                || results.isSpoiled(upper)
                || results.isSpoiled(lower)) {
            return false;
        }
        var high = Decimals.parse(results.text(upper));
        var low = Decimals.parse(results.text(lower));
        return high != null && low != null && high.compareTo(low) <= 0;
    }
}
