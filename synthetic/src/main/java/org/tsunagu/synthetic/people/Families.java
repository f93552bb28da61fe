package org.tsunagu.synthetic.people;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Draw;

/// Finds a household for each dependant (世帯の割り付け): a spouse of fitting age, or a parent.
final class Families {
    private static final int OLDEST = 120;

    private final Assumptions assumptions;
    private final long seed;
    private final LocalDate day;
    private final Map<Sex, List<Deque<Person>>> single = new EnumMap<>(Sex.class);
    private final List<Deque<Person>> parents = ageClasses();

    /// @param households everybody in each household, the insured person first; index 0 is empty
    Families(long seed, Assumptions assumptions, List<List<Person>> households, LocalDate day) {
        this.seed = seed;
        this.assumptions = assumptions;
        this.day = day;
        for (var sex : Sex.values()) {
            single.put(sex, ageClasses());
        }
        for (var people : households) {
            if (!people.isEmpty() && people.getFirst().isInsuredOn(day)) {
                offer(people);
            }
        }
    }

    private void offer(List<Person> people) {
        var head = people.getFirst();
        var age = head.ageOn(day);
        if (people.stream().noneMatch(p -> p.relation == Relation.SPOUSE && p.isInsuredOn(day))) {
            singles(head.sex).get(age).add(head);
        }
        var children = people.stream().filter(p -> p.relation == Relation.CHILD).count();
        for (var i = children; i < assumptions.get("children_most"); i++) {
            parents.get(age).add(head);
        }
    }

    /// The insured person this dependant belongs to; says what the dependant is to that person.
    Optional<Person> place(Person dependant) {
        var draw = Draw.of(seed, "family", dependant.id);
        var age = dependant.ageOn(day);
        if (age <= assumptions.get("child_until")) {
            dependant.relation = Relation.CHILD;
            return nearest(parents, age + gap(draw, "parent_age_gap"));
        }
        dependant.relation = Relation.SPOUSE;
        var male = dependant.sex == Sex.MALE;
        var others = singles(male ? Sex.FEMALE : Sex.MALE);
        return nearest(others, age + (male ? -1 : 1) * gap(draw, "spouse_age_gap"));
    }

    private List<Deque<Person>> singles(Sex sex) {
        return single.getOrDefault(sex, List.of());
    }

    private int gap(Draw draw, String name) {
        var years = assumptions.get(name + "_mean") + assumptions.get(name + "_sd") * draw.normal();
        return (int) StrictMath.round(years);
    }

    private static Optional<Person> nearest(List<Deque<Person>> byAge, int age) {
        for (var distance = 0; distance <= OLDEST; distance++) {
            for (var candidate : new int[] {age + distance, age - distance}) {
                if (candidate >= 0
                        && candidate <= OLDEST
                        && !byAge.get(candidate).isEmpty()) {
                    return Optional.of(byAge.get(candidate).removeFirst());
                }
            }
        }
        return Optional.empty();
    }

    private static List<Deque<Person>> ageClasses() {
        var classes = new ArrayList<Deque<Person>>();
        for (var age = 0; age <= OLDEST; age++) {
            classes.add(new ArrayDeque<>());
        }
        return classes;
    }
}
