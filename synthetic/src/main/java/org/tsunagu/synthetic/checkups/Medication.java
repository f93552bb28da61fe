package org.tsunagu.synthetic.checkups;

import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Normal;

/// Who takes medicine for pressure, glucose or lipids (服薬): the published share of a class, those most inclined.
/// The inclination grows with the value treated and with the waist; the three have something in common.
final class Medication {
    private final Shares shares;
    private final double waist;
    private final double common;
    private final double[] own = new double[4];
    private final double[] residual = new double[4];

    Medication(Shares shares, Correlations correlations, Assumptions assumptions) {
        this.shares = shares;
        this.waist = assumptions.get("drug_waist");
        this.common = assumptions.get("drug_common");
        for (var medicine = 1; medicine <= 3; medicine++) {
            var measure = treated(medicine);
            var a = assumptions.get("drug_" + measure.key());
            own[medicine] = a;
            residual[medicine] = StrictMath.sqrt(
                    1 - a * a - waist * waist - 2 * a * waist * correlations.between(measure, Measure.WAIST));
        }
    }

    boolean takes(int medicine, Latent latent, Band band) {
        var rest = StrictMath.sqrt(common) * latent.drugs() + StrictMath.sqrt(1 - common) * latent.drug(medicine);
        var inclination = own[medicine] * latent.of(treated(medicine))
                + waist * latent.of(Measure.WAIST)
                + residual[medicine] * rest;
        return 1 - Normal.cdf(inclination) < shares.of("q0" + medicine, band).getFirst();
    }

    private static Measure treated(int medicine) {
        return switch (medicine) {
            case 1 -> Measure.SBP;
            case 2 -> Measure.FPG;
            case 3 -> Measure.LDL;
            default -> throw new IllegalArgumentException("medicine %d; there are 1 to 3".formatted(medicine));
        };
    }
}
