package org.tsunagu.synthetic.course;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tsunagu.synthetic.care.Care;
import org.tsunagu.synthetic.care.Drug;
import org.tsunagu.synthetic.care.Illness.Course;
import org.tsunagu.synthetic.course.PlantedClaim.Kind;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Draw;
import org.tsunagu.synthetic.people.Member;

/// Plants what lists of people are to find (植え付け): at most one thing in a person, and nobody else has
/// it by accident.
final class Plants {

    private static final int YEAR = 12;
    private static final int SIX = 6;
    private static final String OTHER_BRAND = "B";
    private static final String FURTHER = "X";

    private final long seed;
    private final Care care;
    private final Calendar calendar;
    private final Assumptions assumptions;

    Plants(long seed, Care care, Calendar calendar, Assumptions assumptions) {
        this.seed = seed;
        this.care = care;
        this.calendar = calendar;
        this.assumptions = assumptions;
    }

    /// Changes a member's treatments.
    void plant(Member member, List<Year> years, List<Treatment> treatments, List<PlantedClaim> planted) {
        var draw = Draw.of(seed, "plant", member.id());
        var share = draw.uniform();
        var many = assumptions.get("many_drugs");
        var duplicate = many + assumptions.get("duplicate");
        var stop = duplicate + assumptions.get("stop");
        var first = treatments.stream()
                .filter(treatment -> treatment.illness().course() == Course.DRUG)
                .findFirst();
        if (first.isPresent() && share < many) {
            many(member, first.get(), treatments, planted, draw);
        } else if (first.isPresent() && share < duplicate) {
            duplicate(member, first.get(), treatments, planted, draw);
        } else if (first.isPresent() && share < stop) {
            stop(member, years, treatments, planted, draw);
        }
        if (planted.stream().noneMatch(one -> one.kind() == Kind.MANY_DRUGS)) {
            limit(treatments);
        }
    }

    private void many(
            Member member, Treatment treatment, List<Treatment> treatments, List<PlantedClaim> planted, Draw draw) {
        var months = visits(member, treatment);
        if (months.isEmpty()) {
            return;
        }
        var drugs = new ArrayList<>(treatment.drugs());
        var further = care.drugs().stream()
                .filter(drug -> drug.id().startsWith(FURTHER))
                .toList();
        // Most take a few too many, some very many: the square of a uniform number is mostly small.
        var share = draw.uniform();
        var wanted = SIX + (int) (share * share * (further.size() + 2 - SIX));
        for (var drug : further) {
            if (ingredients(drugs).size() < wanted) {
                drugs.add(drug);
            }
        }
        treatments.set(treatments.indexOf(treatment), treatment.with(drugs));
        planted.add(new PlantedClaim(
                Kind.MANY_DRUGS,
                member.id(),
                treatment.illness().id(),
                at(months.getFirst()),
                at(months.getLast()),
                Integer.toString(ingredients(drugs).size())));
    }

    private void duplicate(
            Member member, Treatment treatment, List<Treatment> treatments, List<PlantedClaim> planted, Draw draw) {
        var begin = Math.max(0, treatment.from()) + draw.below(Math.max(1, calendar.months() - YEAR));
        var drug = treatment.drugs().getFirst();
        var other = care.drugs().stream()
                .filter(one -> one.id().equals(drug.id() + OTHER_BRAND))
                .findFirst()
                .orElse(drug);
        var second = new Treatment(
                treatment.illness(),
                treatment.named(),
                List.of(other),
                begin,
                begin + (int) assumptions.get("duplicate_months"),
                care.facilities().other(treatment.facility()),
                treatment.every(),
                treatment.phase());
        var months = visits(member, second).stream().filter(treatment::isDue).toList();
        if (!months.isEmpty()) {
            treatments.add(second);
            planted.add(new PlantedClaim(
                    Kind.DUPLICATE,
                    member.id(),
                    drug.ingredient(),
                    at(months.getFirst()),
                    at(months.getLast()),
                    Integer.toString(months.size())));
        }
    }

    /// Everything the questionnaire asks about ends in the same month; whoever says later that it goes on
    /// cannot stop.
    private void stop(
            Member member, List<Year> years, List<Treatment> treatments, List<PlantedClaim> planted, Draw draw) {
        var earliest = (int) assumptions.get("stop_first_month");
        var left = (int) assumptions.get("stop_months_left");
        var room = calendar.months() - left - earliest;
        if (room <= 0) {
            return;
        }
        var end = earliest + draw.below(room);
        var own = treatments.stream()
                .filter(treatment -> treatment.illness().course() == Course.DRUG)
                .toList();
        var isLong = own.stream().allMatch(treatment -> treatment.from() <= end - YEAR - treatment.every());
        var isInsured = !member.from().isAfter(calendar.at(end - YEAR - 1).atDay(1))
                && !member.to().isBefore(calendar.at(end + left - 1).atEndOfMonth());
        var saysSo = own.stream()
                .map(Treatment::illness)
                .map(Medicine::of)
                .anyMatch(medicine -> years.stream()
                        .anyMatch(year -> year.visit().isPresent()
                                && calendar.of(year.checkup().date()) >= end - 1
                                && year.checkup().answers().takes(medicine.question())));
        if (isLong && isInsured && !saysSo) {
            own.forEach(treatment -> {
                var stopped = treatment.endingBefore(end);
                treatments.set(treatments.indexOf(treatment), stopped);
                planted.add(new PlantedClaim(
                        Kind.STOPPED,
                        member.id(),
                        Medicine.of(treatment.illness()).group(),
                        at(visits(member, stopped).getFirst()),
                        at(visits(member, stopped).getLast()),
                        ""));
            });
        }
    }

    /// Months in which the member is insured throughout and comes.
    private List<Integer> visits(Member member, Treatment treatment) {
        return IntStream.range(0, calendar.months())
                .filter(treatment::isDue)
                .filter(month -> member.isInsuredOn(calendar.at(month).atDay(1))
                        && member.isInsuredOn(calendar.at(month).atEndOfMonth()))
                .boxed()
                .toList();
    }

    private String at(int month) {
        return calendar.at(month).toString();
    }

    /// Nobody else takes that many: what the questionnaire does not ask about goes first.
    private void limit(List<Treatment> treatments) {
        var most = (int) assumptions.get("most_drugs");
        for (var i = treatments.size() - 1; i >= 0 && all(treatments).size() > most; i--) {
            var treatment = treatments.get(i);
            var isAsked = treatment.illness().course() == Course.DRUG;
            treatments.set(
                    i,
                    treatment.with(treatment.drugs().stream()
                            .filter(drug -> !drug.isInternal()
                                    || (isAsked && drug.equals(treatment.drugs().getFirst())))
                            .toList()));
        }
    }

    private static Set<String> all(List<Treatment> treatments) {
        return ingredients(treatments.stream().flatMap(t -> t.drugs().stream()).toList());
    }

    private static Set<String> ingredients(List<Drug> drugs) {
        var ingredients = new HashSet<String>();
        drugs.stream().filter(Drug::isInternal).map(Drug::ingredient).forEach(ingredients::add);
        return ingredients;
    }
}
