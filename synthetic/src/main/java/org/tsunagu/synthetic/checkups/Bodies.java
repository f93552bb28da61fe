package org.tsunagu.synthetic.checkups;

import org.tsunagu.codes.person.Sex;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Draw;
import org.tsunagu.synthetic.draw.Normal;

/// Turns latent values into what is measured (検査値の生成): a Gaussian copula on the published distributions.
final class Bodies {
    private static final double LEAST_PULSE = 10;

    private final Marginals marginals;
    private final Urine urine;
    private final Assumptions assumptions;

    Bodies(Marginals marginals, Urine urine, Assumptions assumptions) {
        this.marginals = marginals;
        this.urine = urine;
        this.assumptions = assumptions;
    }

    /// @param age in whole years on the day of the checkup
    /// @param effect what guidance has changed
    Body of(Latent latent, Band band, int age, GuidanceEffect effect, Draw draw) {
        var body = new Body.Builder();
        for (var measure : Measure.values()) {
            if (measure.hasCurve() && measure != Measure.CPG) {
                draw(body, measure, latent.of(measure), band, rounding(measure, draw));
            }
        }
        atLeast(body, Measure.EGFR, "egfr_least");
        atLeast(body, Measure.HB, "hb_least");
        draw(body, Measure.CPG, latent.of(Measure.FPG), band, 0);
        body.set(Measure.WAIST, body.get(Measure.WAIST) + effect.waist());
        pressure(body, draw);
        frame(body, latent, band.sex(), age, effect);
        Kidneys.creatinine(body, band.sex(), age);
        urine.test(body, latent, band);
        return body.build();
    }

    private void draw(Body.Builder body, Measure measure, double z, Band band, int rounding) {
        body.set(measure, marginals.of(measure, band).quantile(Normal.cdf(z), rounding));
    }

    // The curves have no end; nobody so ill comes to a checkup.
    private void atLeast(Body.Builder body, Measure measure, String least) {
        body.set(measure, Math.max(body.get(measure), assumptions.get(least)));
    }

    /// How the reader of the tape or the gauge rounds.
    private int rounding(Measure measure, Draw draw) {
        var u = draw.uniform();
        return switch (measure) {
            case WAIST ->
                u < assumptions.get("waist_whole")
                        ? 2
                        : u < assumptions.get("waist_whole") + assumptions.get("waist_half") ? 1 : 0;
            case SBP, DBP -> u < assumptions.get("pressure_even") ? 1 : 0;
            default -> 0;
        };
    }

    private void pressure(Body.Builder body, Draw draw) {
        var preferring = draw.chance(assumptions.get("pressure_ten"));
        for (var measure : new Measure[] {Measure.SBP, Measure.DBP}) {
            var value = body.get(measure);
            // Only one step away, and never upwards: the published categories stay as they are.
            var lastDigit = value % 10;
            if (preferring && lastDigit == 2) {
                body.set(measure, value - lastDigit);
            }
        }
        if (body.get(Measure.SBP) - body.get(Measure.DBP) < LEAST_PULSE) {
            body.set(Measure.DBP, body.get(Measure.SBP) - LEAST_PULSE);
        }
    }

    private void frame(Body.Builder body, Latent latent, Sex sex, int age, GuidanceEffect effect) {
        var suffix = sex == Sex.MALE ? "_m" : "_f";
        var fall = assumptions.get("height_fall" + suffix) * Math.max(0, age - new Band(sex, 0).from());
        body.set(
                Measure.HEIGHT,
                assumptions.get("height" + suffix) - fall + assumptions.get("height_sd" + suffix) * latent.height());
        var metres = body.get(Measure.HEIGHT) / 100;
        var square = metres * metres;
        body.set(Measure.WEIGHT, body.get(Measure.BMI) * square + effect.weight());
        body.set(Measure.BMI, body.get(Measure.WEIGHT) / square);
    }
}
