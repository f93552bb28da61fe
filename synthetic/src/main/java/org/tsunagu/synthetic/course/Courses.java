package org.tsunagu.synthetic.course;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.tsunagu.synthetic.care.Care;
import org.tsunagu.synthetic.care.Illness;
import org.tsunagu.synthetic.course.PlantedClaim.Kind;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Draw;
import org.tsunagu.synthetic.people.Member;

/// Finds what care members have over the years (診療の経過の生成), consistent with their checkups. Safe
/// to share between threads; the order of calls does not matter.
public final class Courses {

    private final long seed;
    private final People people;
    private final Calendar calendar;
    private final Assumptions assumptions;
    private final Referrals referrals;
    private final Medicated medicated;
    private final Chronic chronic;
    private final Episodes episodes;
    private final Plants plants;
    private final Untreated untreated;

    /// Courses of members whose checkups are given.
    public Courses(long seed, Care care, Targets targets, Calendar calendar, People people) {
        this.seed = seed;
        this.people = people;
        this.calendar = calendar;
        this.assumptions = assumptions();
        this.referrals = new Referrals(people);
        this.medicated = new Medicated(seed, care, targets, calendar, assumptions);
        this.chronic = new Chronic(seed, care, targets, calendar, people);
        this.episodes = new Episodes(seed, care, targets, calendar, assumptions);
        this.plants = new Plants(seed, care, calendar, assumptions);
        this.untreated = new Untreated(calendar, medicated.medicines());
    }

    /// Numbers of our own choosing, `assumptions.tsv`.
    public static Assumptions assumptions() {
        return Assumptions.read("course/assumptions", Courses.class.getResourceAsStream("assumptions.tsv"));
    }

    /// The course of a member.
    public Course of(Member member) {
        var years = people.years(member);
        var isExamined = years.stream().anyMatch(year -> year.visit().isPresent());
        if (!isExamined && Draw.of(seed, "unseen", member.id()).chance(assumptions.get("no_status"))) {
            return new Course(member, List.of(), List.of(), true, List.of());
        }
        var high = new HashMap<Integer, Set<String>>();
        years.forEach(year -> high.put(year.year().year(), referrals.of(year)));
        var treatments = new ArrayList<>(medicated.of(member, years, high));
        treatments.addAll(chronic.of(member));
        var stays = new ArrayList<Stay>();
        episodes.add(member, treatments, stays);
        var planted = new ArrayList<PlantedClaim>();
        plants.plant(member, years, treatments, planted);
        untreated.add(member, years, Map.copyOf(high), treatments, planted);
        dialysis(member, treatments, planted);
        return new Course(member, List.copyOf(treatments), List.copyOf(stays), false, List.copyOf(planted));
    }

    private void dialysis(Member member, List<Treatment> treatments, List<PlantedClaim> planted) {
        for (var treatment : treatments) {
            if (treatment.illness().course() != Illness.Course.DIALYSIS) {
                continue;
            }
            var months = IntStream.range(0, calendar.months())
                    .filter(treatment::isDue)
                    .filter(month -> member.isInsuredOn(calendar.at(month).atDay(1))
                            && member.isInsuredOn(calendar.at(month).atEndOfMonth()))
                    .boxed()
                    .toList();
            if (!months.isEmpty()) {
                planted.add(new PlantedClaim(
                        Kind.DIALYSIS,
                        member.id(),
                        treatment.illness().icd10(),
                        calendar.at(months.getFirst()).toString(),
                        calendar.at(months.getLast()).toString(),
                        Integer.toString(months.size())));
            }
        }
    }
}
