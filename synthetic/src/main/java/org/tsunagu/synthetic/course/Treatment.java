package org.tsunagu.synthetic.course;

import java.util.List;
import org.tsunagu.synthetic.care.Drug;
import org.tsunagu.synthetic.care.Facility;
import org.tsunagu.synthetic.care.Illness;

/// Regular visits for an illness (継続的な診療).
///
/// @param illness how it goes and what it costs
/// @param named the illness that stands on the claim: a site where `illness` is a group of them
/// @param from first month, by [Calendar]
/// @param until the month after the last one
/// @param every months between visits
/// @param phase which of those months
public record Treatment(
        Illness illness,
        Illness named,
        List<Drug> drugs,
        int from,
        int until,
        Facility facility,
        int every,
        int phase) {

    /// The end of a treatment that has none.
    public static final int OPEN = Integer.MAX_VALUE;

    /// Whether there is a visit in a month.
    public boolean isDue(int month) {
        return from <= month && month < until && Math.floorMod(month + phase, every) == 0;
    }

    /// The first month with a visit.
    public int firstVisit() {
        return from + Math.floorMod(-(from + phase), every);
    }

    /// The last month with a visit before a month that is not looked at any more.
    public int lastVisit(int end) {
        var last = Math.min(until, end) - 1;
        return last - Math.floorMod(last + phase, every);
    }

    Treatment with(List<Drug> others) {
        return new Treatment(illness, named, List.copyOf(others), from, until, facility, every, phase);
    }

    Treatment endingBefore(int month) {
        return new Treatment(illness, named, drugs, from, Math.min(until, month), facility, every, phase);
    }
}
