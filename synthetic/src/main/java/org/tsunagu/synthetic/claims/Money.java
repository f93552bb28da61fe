package org.tsunagu.synthetic.claims;

import java.time.YearMonth;
import org.tsunagu.synthetic.care.Illness;
import org.tsunagu.synthetic.care.Illness.Course;
import org.tsunagu.synthetic.course.Bands;
import org.tsunagu.synthetic.course.Targets;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Draw;
import org.tsunagu.synthetic.people.Member;

/// What a claim is to cost (一件当たり点数): the mean of source 003 for lifestyle diseases, medicines
/// included, that of `illnesses.tsv` without medicines for the others.
final class Money {

    private static final double YEN_A_POINT = 10;
    private static final double DAYS_OF_A_MONTH = 30.4;

    private final Targets targets;
    private final Assumptions assumptions;

    Money(Targets targets, Assumptions assumptions) {
        this.targets = targets;
        this.assumptions = assumptions;
    }

    /// Points of one visit or month of visits.
    double points(Illness illness, Member member, YearMonth month, Draw draw) {
        var sigma = illness.sigma();
        var factor = StrictMath.exp(sigma * draw.normal() - sigma * sigma / 2);
        return mean(illness, Bands.of(member.birth(), month.atEndOfMonth())) * factor;
    }

    private double mean(Illness illness, int band) {
        if (illness.lifestyle().isEmpty()) {
            // After a stay there is one visit, whose cost is not that of the stay.
            var own = illness.course() == Course.EPISODE ? assumptions.get("points_after_stay") : illness.points();
            return illness.course() == Course.DENTAL ? own : own * assumptions.get("yen_other");
        }
        var mean = targets.yenPerReceipt(illness.lifestyle().getAsInt(), band) / YEN_A_POINT;
        if (illness.course() != Course.EPISODE) {
            return mean;
        }
        var claims = illness.visits() + 1 + (illness.stayDays() - 1) / DAYS_OF_A_MONTH;
        return mean * claims * (1 - illness.stayWeight()) / illness.visits();
    }

    /// Whether the medicines are part of the points.
    static boolean includesMedicines(Illness illness) {
        return illness.lifestyle().isPresent();
    }
}
