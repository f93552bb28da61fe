package org.tsunagu.synthetic.claims;

import java.util.List;
import org.tsunagu.synthetic.care.Act;

/// What is charged together (算定単位): the points stand on its last row.
///
/// @param points of one time; yen for meals
/// @param days of the month on which it was done; one for each time, or the day on which all times were
/// handed out
record Unit(String careClass, List<Item> items, long points, int times, List<Integer> days) {

    private static final String MEALS = "97";

    static Unit of(Act act, List<Integer> days) {
        return new Unit(act.careClass(), List.of(Item.act(act.code())), act.points(), days.size(), days);
    }

    static Unit of(Act act, int times, int day) {
        return new Unit(act.careClass(), List.of(Item.act(act.code())), act.points(), times, List.of(day));
    }

    /// Points of all times; nothing for meals, whose numbers are yen.
    long total() {
        return careClass.equals(MEALS) ? 0 : points * times;
    }

    /// How often it was done on a day.
    int timesOn(int day) {
        var count = (int) days.stream().filter(one -> one == day).count();
        return days.size() == times ? count : count * times;
    }
}
