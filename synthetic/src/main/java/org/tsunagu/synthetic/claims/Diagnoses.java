package org.tsunagu.synthetic.claims;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.tsunagu.synthetic.care.Care;
import org.tsunagu.synthetic.care.Illness;
import org.tsunagu.synthetic.care.Illness.Course;
import org.tsunagu.synthetic.claims.Encounter.Cause;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Draw;
import org.tsunagu.synthetic.draw.Weighted;

/// Which diseases stand on a claim, and which of them is the main one (傷病名・主傷病).
final class Diagnoses {

    private final Illness cancer;
    private final Assumptions assumptions;

    Diagnoses(Care care, Assumptions assumptions) {
        this.cancer = care.illness("GASTRIC-SUSPECT");
        this.assumptions = assumptions;
    }

    /// The lifestyle diseases that nobody is asked about come first, so that there are as many claims for
    /// them as published; then one of those that people are asked about, by their weights; then anything
    /// else.
    Cause main(Encounter encounter, Draw draw) {
        var causes = encounter.causes();
        var best = causes.stream().mapToInt(Diagnoses::rank).min().orElseThrow();
        var candidates = causes.stream().filter(cause -> rank(cause) == best).toList();
        return candidates.size() == 1
                ? candidates.getFirst()
                : Weighted.of(candidates, cause -> weight(cause.illness())).at(draw.uniform());
    }

    private static int rank(Cause cause) {
        var illness = cause.illness();
        if (illness.lifestyle().isEmpty()) {
            return 2;
        }
        return illness.course() == Course.DRUG ? 1 : 0;
    }

    private double weight(Illness illness) {
        return illness.course() == Course.DRUG
                ? assumptions.get("main_" + illness.id().toLowerCase(Locale.ROOT))
                : 1;
    }

    List<Diagnosis> of(Encounter encounter, Cause main, YearMonth month, Draw draw) {
        var diseases = new ArrayList<Diagnosis>();
        var known = new HashSet<String>();
        var causes = new ArrayList<>(encounter.causes());
        causes.sort(Comparator.comparing(cause -> !cause.equals(main)));
        for (var cause : causes) {
            if (known.add(cause.named().code())) {
                var isHealed = cause.illness().course() == Course.ACUTE;
                diseases.add(new Diagnosis(cause.named(), cause.start(), cause.equals(main), false, isHealed));
            }
        }
        if (main.illness().id().equals("GASTRITIS") && draw.chance(assumptions.get("suspect"))) {
            diseases.add(new Diagnosis(cancer, month.atDay(1), false, true, true));
        }
        return List.copyOf(diseases);
    }
}
