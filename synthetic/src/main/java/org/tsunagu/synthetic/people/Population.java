package org.tsunagu.synthetic.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Draw;

/// People joining, ageing and leaving (異動) so that the profile holds on every 1 April.
final class Population {
    private static final int DAYS = 365;

    private final long seed;
    private final Profile profile;
    private final Assumptions assumptions;
    private final LocalDate reference;
    private final List<Person> everybody = new ArrayList<>();
    private final List<List<Person>> households = new ArrayList<>();
    private List<Person> current = List.of();

    Population(long seed, Profile profile, Assumptions assumptions, LocalDate reference) {
        this.seed = seed;
        this.profile = profile;
        this.assumptions = assumptions;
        this.reference = reference;
        households.add(new ArrayList<>());
    }

    /// The members of the first day, each cell and each kind exactly as the profile says.
    void settle() {
        var arrived = new ArrayList<Person>();
        var decks = new HashMap<List<Profile.KindShare>, KindDeck>();
        for (var cell : profile.cells()) {
            // One deck for all cells that share their kinds, so that these are exact in total.
            var kinds = decks.computeIfAbsent(
                    profile.kindsOf(cell), shares -> new KindDeck(seed, profile, cell, peopleWith(shares)));
            for (var i = 0; i < cell.count(); i++) {
                arrived.add(born(cell, reference, kinds.next()));
            }
        }
        house(arrived, reference);
    }

    private int peopleWith(List<Profile.KindShare> shares) {
        return profile.cells().stream()
                .filter(cell -> profile.kindsOf(cell).equals(shares))
                .mapToInt(Profile.Cell::count)
                .sum();
    }

    /// One fiscal year: birthdays, departures, arrivals.
    void pass(FiscalYear year) {
        var next = new FiscalYear(year.year() + 1).firstDay();
        retire(year, next);
        var here = new Cells(profile, households, everybody, next);
        for (var cell : profile.cells()) {
            var draw = Draw.of(seed, "surplus", year.year(), cell.sex().code().charAt(0), cell.ageFrom());
            for (var surplus = here.count(cell) - cell.count();
                    surplus > 0;
                    surplus = here.count(cell) - cell.count()) {
                here.remove(cell, draw).forEach(p -> depart(p, dayOf(year, draw), Leaving.MOVED));
            }
        }
        var arrived = new ArrayList<Person>();
        for (var cell : profile.cells()) {
            var missing = cell.count() - here.count(cell);
            var kinds = new KindDeck(seed + year.year(), profile, cell, missing);
            for (var i = 0; i < missing; i++) {
                arrived.add(born(cell, next, kinds.next()));
            }
        }
        house(arrived, next);
    }

    /// Departures of the last year, after which nobody arrives.
    void end(FiscalYear year) {
        retire(year, new FiscalYear(year.year() + 1).firstDay());
    }

    private void retire(FiscalYear year, LocalDate next) {
        for (var person : List.copyOf(current)) {
            var draw = Draw.of(seed, "leave", person.id, year.year());
            var birthday = person.birth.plusYears((long) assumptions.get("age_75"));
            if (!birthday.isAfter(next)) {
                depart(person, birthday.minusDays(1), Leaving.AGE);
            } else if (draw.chance(assumptions.get("leave_" + person.kind.name().toLowerCase(java.util.Locale.ROOT)))) {
                depart(person, dayOf(year, draw), Leaving.MOVED);
            }
        }
        current = current.stream().filter(p -> p.isInsuredOn(next)).toList();
    }

    /// When the insured person leaves, so do the dependants.
    private void depart(Person person, LocalDate lastDay, Leaving why) {
        person.leave(lastDay, why);
        if (person.kind.isInsured()) {
            households.get(person.household).forEach(p -> p.leave(person.to, Leaving.HOUSEHOLD));
        }
    }

    private static LocalDate dayOf(FiscalYear year, Draw draw) {
        return year.firstDay().plusDays(draw.below(DAYS));
    }

    private Person born(Profile.Cell cell, LocalDate day, Kind kind) {
        var id = everybody.size() + 1;
        var draw = Draw.of(seed, "birth", id);
        var age = cell.ageFrom() + draw.below(cell.ageTo() - cell.ageFrom() + 1);
        var person = new Person(id, cell.sex(), day.minusYears(age).minusDays(draw.below(DAYS)), kind, day);
        everybody.add(person);
        return person;
    }

    private void house(List<Person> arrived, LocalDate day) {
        var founders = arrived.stream().filter(p -> p.kind.isInsured()).toList();
        founders.forEach(p -> found(p, day));
        var families = new Families(seed, assumptions, households, day);
        for (var person : arrived) {
            if (!person.kind.isInsured()) {
                // Nobody left to belong to, which happens only in tiny populations: a household of one's own.
                families.place(person).ifPresentOrElse(head -> join(person, head, day), () -> found(person, day));
            }
        }
        current = everybody.stream().filter(p -> p.isInsuredOn(day)).toList();
    }

    private void found(Person person, LocalDate day) {
        person.household = households.size();
        person.relation = Relation.SELF;
        households.add(new ArrayList<>(List.of(person)));
        person.from = arrival(person, day);
    }

    private void join(Person person, Person head, LocalDate day) {
        var people = households.get(head.household);
        person.household = head.household;
        person.branch = people.size();
        people.add(person);
        var from = arrival(person, day);
        person.from = from.isBefore(head.from) ? head.from : from;
    }

    /// The register begins with people who joined at any time before; later ones join within the year.
    private LocalDate arrival(Person person, LocalDate day) {
        var draw = Draw.of(seed, "arrival", person.id);
        var early = day.equals(reference) ? draw.below(DAYS * (1 + person.ageOn(day))) : draw.below(DAYS - 1);
        var from = draw.chance(assumptions.get("join_on_first_of_april")) ? onFirst(day, early) : day.minusDays(early);
        return from.isBefore(person.birth) ? person.birth : from;
    }

    private static LocalDate onFirst(LocalDate day, int daysBefore) {
        return FiscalYear.containing(day.minusDays(daysBefore)).firstDay().isBefore(day.minusDays(daysBefore))
                ? new FiscalYear(
                                FiscalYear.containing(day.minusDays(daysBefore)).year() + 1)
                        .firstDay()
                : day.minusDays(daysBefore);
    }

    List<Person> everybody() {
        return everybody;
    }

    List<List<Person>> households() {
        return households;
    }

    LocalDate reference() {
        return reference;
    }
}
