package org.tsunagu.synthetic.claims;

import java.util.ArrayList;
import java.util.List;
import org.tsunagu.synthetic.course.Bands;
import org.tsunagu.synthetic.course.Targets;

/// Number and cost of claims beside those of source 003 (医療費の比較), brought to its number of members
/// in each band.
public final class CostFigures {

    private static final double MONTHS = 12;
    /// Published: 平成28年度, yen a member and year.
    private static final double YEN_PER_HEAD = 188_982;

    private static final double RELATIVE = 0.15;
    private static final double RELATIVE_COST = 0.25;
    private static final double STANDARD_ERRORS = 3;

    private final Tally tally;
    private final Targets targets;

    /// The comparison of some claims.
    public CostFigures(Tally tally) {
        this.tally = tally;
        this.targets = Targets.shipped();
    }

    /// One number and its counterpart (指標).
    ///
    /// @param table `receipts`, `yen` or `head`
    /// @param disease 1 to 14; 0 for all together
    /// @param band 0 to 7; -1 for all ages
    /// @param tolerance largest difference that passes: a share of the published number, or what chance
    /// does in a society of the published size, whichever is larger
    public record Figure(String table, int disease, int band, double published, double synthetic, double tolerance) {
        /// Ours less the published one.
        public double difference() {
            return synthetic - published;
        }

        /// Whether the difference is within the tolerance.
        public boolean passes() {
            return StrictMath.abs(difference()) <= tolerance;
        }
    }

    /// All figures: the whole cost a head, each disease of all ages, each disease and band.
    public List<Figure> all() {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("head", 0, -1, YEN_PER_HEAD, perHead(), RELATIVE * YEN_PER_HEAD));
        for (var disease = 1; disease <= Targets.DISEASES; disease++) {
            figures.add(sum("receipts", disease));
            figures.add(sum("yen", disease));
        }
        for (var disease = 1; disease <= Targets.DISEASES; disease++) {
            for (var band = 0; band < Bands.COUNT; band++) {
                if (tally.personMonths(band) > 0) {
                    figures.add(receipts(disease, band));
                    figures.add(yen(disease, band));
                }
            }
        }
        return figures;
    }

    private double perHead() {
        var yen = 0.0;
        var people = 0.0;
        for (var band = 0; band < Bands.COUNT; band++) {
            for (var disease = 0; disease <= Targets.DISEASES; disease++) {
                yen += scaled(tally.yen(disease, band), band);
            }
            people += tally.personMonths(band) > 0 ? targets.people(band) : 0;
        }
        return people == 0 ? 0 : yen / people;
    }

    /// A sum over all years as it would be in one year among the published number of members.
    private double scaled(long sum, int band) {
        return tally.personMonths(band) == 0 ? 0 : sum * MONTHS * targets.people(band) / tally.personMonths(band);
    }

    private Figure sum(String table, int disease) {
        var published = 0.0;
        var synthetic = 0.0;
        var chance = 0.0;
        for (var band = 0; band < Bands.COUNT; band++) {
            var figure = table.equals("yen") ? yen(disease, band) : receipts(disease, band);
            published += figure.published();
            synthetic += figure.synthetic();
            chance += error(disease, band) * (table.equals("yen") ? targets.yenPerReceipt(disease, band) : 1);
        }
        var relative = table.equals("yen") ? RELATIVE_COST : RELATIVE;
        return new Figure(table, disease, -1, published, synthetic, Math.max(relative * published, chance));
    }

    private Figure receipts(int disease, int band) {
        double published = targets.receipts(disease, band);
        return new Figure(
                "receipts",
                disease,
                band,
                published,
                scaled(tally.receipts(disease, band), band),
                Math.max(RELATIVE * published, error(disease, band)));
    }

    private Figure yen(int disease, int band) {
        double published = targets.yen(disease, band);
        return new Figure(
                "yen",
                disease,
                band,
                published,
                scaled(tally.yen(disease, band), band),
                Math.max(RELATIVE_COST * published, error(disease, band) * targets.yenPerReceipt(disease, band)));
    }

    /// Three standard errors of a number of claims, each person having twelve of them a year.
    private double error(int disease, int band) {
        return STANDARD_ERRORS * StrictMath.sqrt(MONTHS * targets.receipts(disease, band));
    }
}
