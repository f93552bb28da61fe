package org.tsunagu.synthetic.course;

import java.time.LocalDate;
import java.util.List;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.synthetic.care.Care;
import org.tsunagu.synthetic.care.Illness;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Draw;
import org.tsunagu.synthetic.people.Member;

/// Stays in hospital and the visits after them (入院と退院後の通院).
final class Episodes {

    private static final double DAYS_OF_A_MONTH = 30.4;
    private static final int LATEST_DAY = 27;
    private static final double SPREAD_OF_DAYS = 0.35;
    private static final double YEN_A_POINT = 10;
    private static final List<String> SITES_OF_MEN = List.of("STOMACH", "LARGE-BOWEL", "LUNG", "PROSTATE");
    private static final List<String> SITES_OF_WOMEN =
            List.of("BREAST", "BREAST", "STOMACH", "LARGE-BOWEL", "THYROID-CANCER");

    private final long seed;
    private final Care care;
    private final List<Illness> illnesses;
    private final Targets targets;
    private final Calendar calendar;
    private final Assumptions assumptions;

    Episodes(long seed, Care care, Targets targets, Calendar calendar, Assumptions assumptions) {
        this.seed = seed;
        this.care = care;
        this.illnesses = care.illnesses(Illness.Course.EPISODE);
        this.targets = targets;
        this.calendar = calendar;
        this.assumptions = assumptions;
    }

    /// Adds what happens to a member.
    void add(Member member, List<Treatment> treatments, List<Stay> stays) {
        for (var illness : illnesses) {
            if (illness.befalls(member.sex())) {
                add(member, illness, treatments, stays);
            }
        }
    }

    private void add(Member member, Illness illness, List<Treatment> treatments, List<Stay> stays) {
        var purpose = illness.id().hashCode();
        var first = Math.max(0, calendar.of(member.from())) - length(illness);
        var end = Math.min(calendar.months(), calendar.of(member.to()) + 1);
        for (var month = first; month < end; month++) {
            var draw = Draw.of(seed, "episode", member.id(), purpose, month);
            var middle = calendar.at(month).atDay(1);
            if (middle.isBefore(member.birth()) || !draw.chance(chance(member, illness, month, middle))) {
                continue;
            }
            var band = Bands.of(member.birth(), middle);
            var stay = stay(member, illness, middle.plusDays(draw.below(LATEST_DAY)), band, draw);
            stays.add(stay);
            var after = calendar.of(stay.discharged()) + 1;
            var healed = after + illness.visits() * illness.every();
            treatments.add(new Treatment(
                    illness,
                    stay.named(),
                    draw.pick(illness.choices()),
                    after,
                    healed,
                    stay.hospital(),
                    illness.every(),
                    Math.floorMod(-after, illness.every())));
            month = healed;
        }
    }

    private double chance(Member member, Illness illness, int month, LocalDate middle) {
        var band = Bands.of(member.birth(), middle);
        var perYear = illness.lifestyle().isPresent()
                ? targets.claimsPerYear(illness, band, member.sex()) / claims(illness)
                : illness.rate(band) / 1000;
        return perYear * care.season(illness, calendar.at(month));
    }

    private static int length(Illness illness) {
        return illness.visits() * illness.every() + 2;
    }

    /// Claims of an episode in the mean; a stay goes over the end of a month now and then.
    static double claims(Illness illness) {
        return illness.visits() + 1 + (illness.stayDays() - 1) / DAYS_OF_A_MONTH;
    }

    private Stay stay(Member member, Illness illness, LocalDate admitted, int band, Draw draw) {
        var longer = StrictMath.exp(SPREAD_OF_DAYS * draw.normal() - SPREAD_OF_DAYS * SPREAD_OF_DAYS / 2);
        var days = Math.max(1, StrictMath.round(illness.stayDays() * longer));
        var mean = illness.lifestyle().isPresent()
                ? illness.stayWeight()
                        * claims(illness)
                        * targets.yenPerReceipt(illness.lifestyle().getAsInt(), band)
                        / YEN_A_POINT
                : illness.points() * assumptions.get("yen_other");
        var sigma = illness.sigma();
        var points = StrictMath.round(mean * StrictMath.exp(sigma * draw.normal() - sigma * sigma / 2));
        var hospital = care.facilities().of(illness.specialty(), seed, member.id());
        return new Stay(illness, named(member, illness, draw), admitted, admitted.plusDays(days - 1), points, hospital);
    }

    private Illness named(Member member, Illness illness, Draw draw) {
        if (!illness.id().equals("CANCER")) {
            return illness;
        }
        return care.illness(draw.pick(member.sex() == Sex.MALE ? SITES_OF_MEN : SITES_OF_WOMEN));
    }
}
