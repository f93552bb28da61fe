package org.tsunagu.cli.report;

import java.util.List;
import java.util.OptionalInt;
import org.tsunagu.rules.Judgement;
import org.tsunagu.rules.band.Band;
import org.tsunagu.rules.metabolic.MetabolicCode;
import org.tsunagu.rules.stratification.Level;

/// What the charts count (図にする判定): into which class a checkup falls, from the one that needs most attention on.
enum Measure {
    METABOLIC,
    LEVEL,
    BLOOD_PRESSURE,
    HBA1C,
    LDL,
    EGFR;

    private static final List<MetabolicCode> METABOLIC_ORDER =
            List.of(MetabolicCode.MET, MetabolicCode.PRELIMINARY, MetabolicCode.NOT_MET, MetabolicCode.UNDETERMINED);
    private static final List<Level> LEVEL_ORDER =
            List.of(Level.ACTIVE, Level.MOTIVATIONAL, Level.NONE, Level.UNDETERMINED);
    private static final int HIGHEST_BAND = 2;

    /// How many classes there are.
    int classes() {
        return isOfValues() ? HIGHEST_BAND + 1 : LEVEL_ORDER.size();
    }

    /// Whether it is about measured values and their bands, not about one of the two official judgements.
    boolean isOfValues() {
        return this != METABOLIC && this != LEVEL;
    }

    /// The class of a checkup, 0 for the one that needs most attention; empty when it is not counted.
    OptionalInt of(Judgement judgement) {
        return switch (this) {
            case METABOLIC ->
                OptionalInt.of(METABOLIC_ORDER.indexOf(judgement.metabolic().value()));
            case LEVEL -> OptionalInt.of(LEVEL_ORDER.indexOf(judgement.level().value()));
            case BLOOD_PRESSURE, HBA1C, LDL, EGFR -> highestBand(judgement.bands());
        };
    }

    private OptionalInt highestBand(List<Band> bands) {
        var highest = -1;
        for (var band : bands) {
            if (isOf(band.item())) {
                highest = Math.max(highest, band.band());
            }
        }
        return highest < 0 ? OptionalInt.empty() : OptionalInt.of(HIGHEST_BAND - highest);
    }

    /// Whether a key of `thresholds.tsv` belongs to this measure.
    private boolean isOf(String item) {
        return switch (this) {
            case METABOLIC, LEVEL -> false;
            case BLOOD_PRESSURE -> item.equals("SBP") || item.equals("DBP");
            case HBA1C -> item.equals("HBA1C_NGSP") || item.equals("HBA1C_JDS");
            case LDL -> item.equals("LDL");
            case EGFR -> item.equals("EGFR");
        };
    }
}
