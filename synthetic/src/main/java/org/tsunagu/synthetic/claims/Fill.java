package org.tsunagu.synthetic.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.synthetic.care.Act;
import org.tsunagu.synthetic.care.Acts.Schedule;
import org.tsunagu.synthetic.draw.Draw;

/// Fills an amount with acts (点数の充当): dear ones first, what is left of the cheapest by chance, so
/// that the mean is met.
final class Fill {

    private static final int MOST_TIMES = 99;

    private final Map<String, List<Act>> choices = new HashMap<>();

    Fill(Schedule fees) {
        choices.put("NONE", fees.beginning("TREAT-"));
        choices.put("LIGHT", fees.beginning("TEST-01", "TEST-02", "TEST-03", "TEST-04", "TEST-05", "TEST-06"));
        choices.put("DIALYSIS", fees.beginning("TEST-01", "TEST-02", "TEST-03", "TEST-04"));
        choices.put("HEAVY", fees.beginning("TEST-0"));
        choices.put("CANCER", fees.beginning("TEST-"));
        choices.put("OPERATION", fees.beginning("OPERATION-"));
        choices.put("DENTAL", fees.beginning("D-PERIO", "D-SCALE", "D-FILL", "D-CROWN", "D-XRAY"));
    }

    /// Acts that add up to about an amount.
    ///
    /// @param of which acts: `NONE`, `LIGHT`, `HEAVY`, `CANCER`, `DIALYSIS`, `DENTAL` or `OPERATION`
    List<Unit> upTo(double points, String of, int day, Draw draw) {
        var units = new ArrayList<Unit>();
        var left = points;
        var acts = choices.getOrDefault(of, List.of());
        for (var act : acts) {
            var times = (int) Math.min(MOST_TIMES, Math.max(0, left / act.points()));
            var isLast = act.equals(acts.getLast());
            if (isLast && !of.equals("OPERATION") && times < MOST_TIMES) {
                times += draw.chance(left / act.points() - times) ? 1 : 0;
            }
            if (times > 0) {
                units.add(Unit.of(act, times, day));
                left -= (double) times * act.points();
            }
        }
        return units;
    }
}
