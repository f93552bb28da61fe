package org.tsunagu.synthetic.course;

import java.util.ArrayList;
import java.util.List;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.synthetic.care.Care;
import org.tsunagu.synthetic.care.Illness;
import org.tsunagu.synthetic.care.Illness.Course;
import org.tsunagu.synthetic.draw.Draw;
import org.tsunagu.synthetic.people.Member;

/// Who has an illness that stays (慢性疾患・人工透析): a person has it from the age on at which the
/// published share passes the person's own threshold.
final class Chronic {

    private static final int BEFORE = -60;
    private static final int MONTHS = 12;
    private static final int MONTHS_TO_OCTOBER = 6;

    private final long seed;
    private final Care care;
    private final Targets targets;
    private final Calendar calendar;
    private final People people;
    private final List<Illness> illnesses = new ArrayList<>();

    Chronic(long seed, Care care, Targets targets, Calendar calendar, People people) {
        this.seed = seed;
        this.care = care;
        this.targets = targets;
        this.calendar = calendar;
        this.people = people;
        illnesses.addAll(care.illnesses(Course.CHRONIC));
        illnesses.addAll(care.illnesses(Course.DIALYSIS));
    }

    List<Treatment> of(Member member) {
        var treatments = new ArrayList<Treatment>();
        for (var illness : illnesses) {
            if (illness.befalls(member.sex())) {
                add(member, illness, treatments);
            }
        }
        return treatments;
    }

    private void add(Member member, Illness illness, List<Treatment> treatments) {
        var draw = Draw.of(seed, "chronic", member.id(), illness.id().hashCode());
        var threshold = draw.uniform();
        var begin = Treatment.OPEN;
        for (var number = people.firstYear(); number <= people.lastYear(); number++) {
            var year = new FiscalYear(number);
            var has = threshold < share(illness, member, year);
            var april = calendar.of(year);
            if (has && begin == Treatment.OPEN) {
                begin = april == 0 ? BEFORE : april + draw.below(MONTHS);
            } else if (!has && begin != Treatment.OPEN) {
                treatments.add(treatment(member, illness, begin, april));
                begin = Treatment.OPEN;
            }
        }
        if (begin != Treatment.OPEN) {
            treatments.add(treatment(member, illness, begin, Treatment.OPEN));
        }
    }

    private double share(Illness illness, Member member, FiscalYear year) {
        var band = Bands.of(member.birth(), year.firstDay().plusMonths(MONTHS_TO_OCTOBER));
        return illness.lifestyle().isPresent()
                ? targets.claimsPerYear(illness, band, member.sex()) * illness.every() / MONTHS
                : illness.rate(band) / 100;
    }

    private Treatment treatment(Member member, Illness illness, int from, int until) {
        var draw = Draw.of(seed, "regimen", member.id(), illness.id().hashCode());
        var facility = care.facilities().of(illness.specialty(), seed, member.id());
        return new Treatment(
                illness,
                illness,
                draw.pick(illness.choices()),
                from,
                until,
                facility,
                illness.every(),
                draw.below(illness.every()));
    }
}
