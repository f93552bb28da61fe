package org.tsunagu.synthetic.course;

import java.util.Set;
import org.tsunagu.synthetic.care.Illness;

/// The three medicines the questionnaire asks about (服薬の質問), each with its illness and group of
/// medicines.
///
/// @param question 1, 2 or 3
/// @param group key in the table of drug groups
/// @param items values of a checkup that lead to a doctor for it, keys of `thresholds.tsv`
record Medicine(int question, Illness illness, String group, Set<String> items) {

    private static final Set<String> PRESSURE = Set.of("SBP", "DBP");
    private static final Set<String> GLUCOSE = Set.of("FPG", "HBA1C_NGSP", "GLUCOSE_CASUAL");
    private static final Set<String> LIPIDS = Set.of("LDL", "NONHDL", "TG", "TG_FASTING", "TG_CASUAL", "HDL");

    static Medicine of(Illness illness) {
        return switch (illness.id()) {
            case "HYPERTENSION" -> new Medicine(1, illness, "HT", PRESSURE);
            case "DIABETES" -> new Medicine(2, illness, "DM", GLUCOSE);
            case "LIPIDS" -> new Medicine(3, illness, "LIP", LIPIDS);
            default -> throw new IllegalArgumentException("nobody is asked about a medicine for " + illness);
        };
    }
}
