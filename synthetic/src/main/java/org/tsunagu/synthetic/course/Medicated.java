package org.tsunagu.synthetic.course;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tsunagu.synthetic.care.Care;
import org.tsunagu.synthetic.care.Illness.Course;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Draw;
import org.tsunagu.synthetic.people.Member;

/// Who is treated for pressure, glucose or lipids (生活習慣病の服薬治療): everybody whose questionnaire says
/// so, from before that checkup on; some who went to a doctor after a high value; and of those who were
/// never examined the share that makes the claims as many as published.
final class Medicated {

    private static final int BEFORE = 36;
    private static final int MONTHS = 12;
    private static final int MONTHS_TO_JUNE = 3;
    private static final int MONTHS_TO_SEE_A_DOCTOR = 4;
    private static final int RARELY = 3;

    private final long seed;
    private final Care care;
    private final Targets targets;
    private final Calendar calendar;
    private final Assumptions assumptions;
    private final List<Medicine> medicines;

    Medicated(long seed, Care care, Targets targets, Calendar calendar, Assumptions assumptions) {
        this.seed = seed;
        this.care = care;
        this.targets = targets;
        this.calendar = calendar;
        this.assumptions = assumptions;
        this.medicines = care.illnesses(Course.DRUG).stream().map(Medicine::of).toList();
    }

    List<Medicine> medicines() {
        return medicines;
    }

    /// The treatments of a member.
    ///
    /// @param referrals values that led to a doctor, by fiscal year
    List<Treatment> of(Member member, List<Year> years, Map<Integer, Set<String>> referrals) {
        var treatments = new ArrayList<Treatment>();
        var schedule = Draw.of(seed, "schedule", member.id());
        var u = schedule.uniform();
        var every = u < assumptions.get("every_1")
                ? 1
                : u < assumptions.get("every_1") + assumptions.get("every_2") ? 2 : RARELY;
        var phase = schedule.below(every);
        var begins = begins(member, years, referrals);
        for (var medicine : medicines) {
            var begin = begins.get(medicine.group());
            if (begin != null) {
                var illness = medicine.illness();
                var drugs = Draw.of(seed, "medicine", member.id(), medicine.question())
                        .pick(illness.choices());
                var facility = care.facilities().of(illness.specialty(), seed, member.id());
                treatments.add(new Treatment(illness, illness, drugs, begin, Treatment.OPEN, facility, every, phase));
            }
        }
        return treatments;
    }

    private Map<String, Integer> begins(Member member, List<Year> years, Map<Integer, Set<String>> referrals) {
        var begins = new HashMap<String, Integer>();
        var examined = years.stream().filter(year -> year.visit().isPresent()).toList();
        for (var medicine : medicines) {
            var draw = Draw.of(seed, "begin", member.id(), medicine.question());
            var begin =
                    examined.isEmpty() ? unasked(medicine, years, draw) : asked(medicine, examined, referrals, draw);
            if (begin != Treatment.OPEN) {
                begins.put(medicine.group(), begin);
            }
        }
        return begins;
    }

    private int unasked(Medicine medicine, List<Year> years, Draw draw) {
        var threshold = draw.uniform();
        for (var year : years) {
            var april = calendar.of(year.year());
            if (threshold
                    < targets.treated(
                            medicine.illness(), Bands.of(year.checkup().age()))) {
                return april == 0 ? -draw.below(BEFORE) : april + draw.below(MONTHS);
            }
        }
        return Treatment.OPEN;
    }

    /// Whoever is treated at the first checkup mostly was so long before.
    private int asked(Medicine medicine, List<Year> examined, Map<Integer, Set<String>> referrals, Draw draw) {
        for (var year : examined) {
            var checkup = year.checkup();
            var isOld = draw.chance(assumptions.get("treated_before")) && year.equals(examined.getFirst());
            if (checkup.answers().takes(medicine.question())) {
                return isOld ? -draw.below(BEFORE) : calendar.of(year.year()) + draw.below(MONTHS_TO_JUNE);
            }
            var high = referrals.getOrDefault(year.year().year(), Set.of());
            if (high.stream().anyMatch(medicine.items()::contains)
                    && draw.chance(assumptions.get("start_after_checkup"))) {
                return calendar.of(checkup.date()) + 1 + draw.below(MONTHS_TO_SEE_A_DOCTOR);
            }
        }
        return Treatment.OPEN;
    }
}
