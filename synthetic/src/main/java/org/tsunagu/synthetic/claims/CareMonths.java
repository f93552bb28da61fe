package org.tsunagu.synthetic.claims;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.synthetic.care.Care;
import org.tsunagu.synthetic.care.Facility;
import org.tsunagu.synthetic.care.Illness;
import org.tsunagu.synthetic.care.Specialty;
import org.tsunagu.synthetic.course.Bands;
import org.tsunagu.synthetic.course.Calendar;
import org.tsunagu.synthetic.course.Course;
import org.tsunagu.synthetic.course.Courses;
import org.tsunagu.synthetic.course.Targets;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Draw;
import org.tsunagu.synthetic.people.Member;

/// All claims of one member for one month of care (一人一月のレセプト). Safe to share between threads;
/// the order of calls does not matter.
final class CareMonths {

    private static final double THOUSAND = 1000;
    private static final int MONTHS = 12;
    private static final int PAEDIATRIC_UNTIL = 15;

    private final long seed;
    private final Care care;
    private final Calendar calendar;
    private final List<Illness> acute;
    private final List<Illness> dental;
    private final Outpatients outpatients;
    private final Inpatients inpatients;
    private final Dentists dentists;

    CareMonths(long seed, Care care, Targets targets, Calendar calendar) {
        Assumptions assumptions = Courses.assumptions();
        this.seed = seed;
        this.care = care;
        this.calendar = calendar;
        this.acute = care.illnesses(Illness.Course.ACUTE);
        this.dental = care.illnesses(Illness.Course.DENTAL);
        this.outpatients = new Outpatients(care, targets, assumptions);
        this.inpatients = new Inpatients(care, assumptions);
        this.dentists = new Dentists(seed, care, targets, assumptions);
    }

    /// The claims, always in the same order.
    ///
    /// @param month by the calendar
    List<Receipt> of(Course course, int month) {
        var member = course.member();
        var at = calendar.at(month);
        if (course.isUnseen()
                || member.from().isAfter(at.atEndOfMonth())
                || member.to().isBefore(at.atDay(1))
                || member.birth().isAfter(at.atDay(1))) {
            return List.of();
        }
        var receipts = new ArrayList<Receipt>();
        var band = Bands.of(member.birth(), at.atDay(1));
        var place = 0;
        for (var encounter : encounters(course, month, band).values()) {
            outpatients.add(encounter, member, at, Draw.of(seed, "visit", member.id(), month, place++), receipts);
        }
        for (var illness : dental) {
            var draw = draw("dental", member, illness, month);
            if (draw.chance(illness.rate(band) / THOUSAND / MONTHS)) {
                dentists.add(illness, member, at, draw, receipts);
            }
        }
        for (var stay : course.stays()) {
            if (stay.touches(at)) {
                inpatients.add(stay, member, at, draw("stay", member, stay.illness(), month), receipts);
            }
        }
        return receipts;
    }

    private Map<Facility, Encounter> encounters(Course course, int month, int band) {
        var at = calendar.at(month);
        var encounters = new LinkedHashMap<Facility, Encounter>();
        for (var treatment : course.treatments()) {
            if (treatment.isDue(month)) {
                encounters.computeIfAbsent(treatment.facility(), Encounter::new).add(treatment, month, calendar);
            }
        }
        var member = course.member();
        for (var illness : acute) {
            if (illness.befalls(member.sex())) {
                var draw = draw("acute", member, illness, month);
                if (draw.chance(illness.rate(band) / THOUSAND * care.season(illness, at))) {
                    var facility = facility(illness, member, at);
                    encounters.computeIfAbsent(facility, Encounter::new).add(illness, draw.pick(illness.choices()), at);
                }
            }
        }
        return encounters;
    }

    private Draw draw(String purpose, Member member, Illness illness, int month) {
        return Draw.of(seed, purpose, member.id(), illness.id().hashCode(), month);
    }

    private Facility facility(Illness illness, Member member, YearMonth at) {
        var isChild =
                illness.specialty() == Specialty.INTERNAL && Dates.age(member.birth(), at.atDay(1)) < PAEDIATRIC_UNTIL;
        return care.facilities().of(isChild ? Specialty.PAEDIATRIC : illness.specialty(), seed, member.id());
    }
}
