package org.tsunagu.synthetic.checkups;

import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Draw;

/// Follows people over the years (経年変化): next year's latent value is the old one times its persistence plus news.
final class Latents {
    private final long seed;
    private final FiscalYear first;
    private final Correlations correlations;
    private final double[] persistence = new double[Latent.SIZE];

    Latents(long seed, FiscalYear first, Correlations correlations, Assumptions assumptions) {
        this.seed = seed;
        this.first = first;
        this.correlations = correlations;
        for (var i = 0; i < Latent.SIZE; i++) {
            persistence[i] = i < Latent.FIRST_DRUG
                    ? assumptions.get("rho")
                    : i < Latent.LIFE
                            ? assumptions.get("rho_drugs")
                            : i < Latent.HEIGHT ? assumptions.get("rho_trait") : 1;
        }
    }

    /// How much thinner the person will be next year than expected, as a standard normal value: the waist is the first
    /// of the news, and the first of correlated values is the news itself.
    double improvement(long person, FiscalYear year) {
        return -Draw.of(seed, "latent", person, year.year() + 1).normal();
    }

    Latent of(long person, FiscalYear year) {
        var z = new double[Latent.SIZE];
        var draw = Draw.of(seed, "latent", person);
        for (var i = 0; i < z.length; i++) {
            z[i] = draw.normal();
        }
        for (var y = first.year() + 1; y <= year.year(); y++) {
            var news = Draw.of(seed, "latent", person, y);
            for (var i = 0; i < z.length; i++) {
                var rho = persistence[i];
                z[i] = rho * z[i] + StrictMath.sqrt(1 - rho * rho) * news.normal();
            }
        }
        correlations.mix(z);
        return new Latent(z);
    }
}
