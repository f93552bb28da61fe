package org.tsunagu.synthetic.claims;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.tsunagu.synthetic.care.Drug;
import org.tsunagu.synthetic.care.Facility;
import org.tsunagu.synthetic.care.Illness;
import org.tsunagu.synthetic.course.Calendar;
import org.tsunagu.synthetic.course.Treatment;

/// What somebody goes to one place for in one month (ある月の受診).
final class Encounter {

    private static final int DAYS_OF_A_PRESCRIPTION = 30;

    private final Facility facility;
    private final List<Cause> causes = new ArrayList<>();

    Encounter(Facility facility) {
        this.facility = facility;
    }

    /// One reason to go (受診の理由).
    ///
    /// @param illness how it goes and what it costs
    /// @param named what stands on the claim
    /// @param days each prescription lasts
    /// @param isNew whether this is the first visit for it
    record Cause(Illness illness, Illness named, List<Drug> drugs, int days, LocalDate start, boolean isNew) {}

    void add(Treatment treatment, int month, Calendar calendar) {
        var illness = treatment.illness();
        var isDaily = illness.supply() > 1;
        var days = isDaily ? Math.min(illness.supply(), DAYS_OF_A_PRESCRIPTION) * treatment.every() : 1;
        var begin = calendar.at(Math.max(treatment.from(), -calendar.months())).atDay(1);
        var isNew = treatment.firstVisit() == month && treatment.from() > 0;
        causes.add(new Cause(illness, treatment.named(), treatment.drugs(), days, begin, isNew));
    }

    /// Something that comes and goes.
    void add(Illness illness, List<Drug> drugs, YearMonth month) {
        causes.add(new Cause(illness, illness, drugs, illness.supply(), month.atDay(1), true));
    }

    Facility facility() {
        return facility;
    }

    List<Cause> causes() {
        return causes;
    }

    /// Days of care that the causes ask for.
    int days() {
        return causes.stream().mapToInt(cause -> cause.illness().days()).max().orElse(1);
    }

    /// The prescription: internal medicines by how long they last, each external one for itself.
    List<Supply> supplies() {
        var supplies = new ArrayList<Supply>();
        var lengths = causes.stream().map(Cause::days).distinct().sorted().toList();
        for (var length : lengths.reversed()) {
            var internal = drugs(length, true);
            if (!internal.isEmpty()) {
                supplies.add(new Supply(internal, length));
            }
        }
        for (var drug : causes.stream()
                .flatMap(cause -> cause.drugs().stream())
                .filter(drug -> !drug.isInternal())
                .distinct()
                .toList()) {
            supplies.add(new Supply(List.of(drug), 1));
        }
        return supplies;
    }

    /// A medicine that two causes ask for is given once, for the longer time.
    private List<Drug> drugs(int length, boolean isInternal) {
        return causes.stream()
                .filter(cause -> cause.days() == length)
                .flatMap(cause -> cause.drugs().stream())
                .filter(drug -> drug.isInternal() == isInternal && longest(drug) == length)
                .distinct()
                .toList();
    }

    private int longest(Drug drug) {
        return causes.stream()
                .filter(cause -> cause.drugs().contains(drug))
                .mapToInt(Cause::days)
                .max()
                .orElse(0);
    }
}
