package org.tsunagu.synthetic.checkups;

import org.tsunagu.codes.person.Sex;

/// Creatinine and eGFR that fit each other (クレアチニンとeGFR): the equation of the Japanese Society of Nephrology,
/// `spec/rules` EGFR_M and EGFR_F.
final class Kidneys {
    private static final double FACTOR = 194;
    private static final double CREATININE_POWER = -1.094;
    private static final double AGE_POWER = -0.287;
    private static final double WOMEN = 0.739;

    private Kidneys() {}

    /// Finds the creatinine of the eGFR drawn, and the eGFR as the laboratory computes it from the rounded creatinine.
    static void creatinine(Body.Builder body, Sex sex, int age) {
        var scale = FACTOR * StrictMath.pow(age, AGE_POWER) * (sex == Sex.FEMALE ? WOMEN : 1);
        body.set(Measure.CREATININE, StrictMath.pow(body.get(Measure.EGFR) / scale, 1 / CREATININE_POWER));
        body.set(Measure.EGFR, scale * StrictMath.pow(body.get(Measure.CREATININE), CREATININE_POWER));
    }
}
