package org.tsunagu.synthetic.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.synthetic.draw.Draw;

/// Who is left in each cell of the profile on a day (年齢階級別の在籍者).
final class Cells {
    private final Profile profile;
    private final List<List<Person>> households;
    private final LocalDate day;
    private final Map<Profile.Cell, List<Person>> byCell = new HashMap<>();

    Cells(Profile profile, List<List<Person>> households, List<Person> everybody, LocalDate day) {
        this.profile = profile;
        this.households = households;
        this.day = day;
        profile.cells().forEach(cell -> byCell.put(cell, new ArrayList<>()));
        everybody.stream()
                .filter(p -> p.isInsuredOn(day))
                .forEach(p -> people(cellOf(p)).add(p));
    }

    int count(Profile.Cell cell) {
        return people(cell).size();
    }

    /// Takes somebody out, with the dependants if there are any, and names the one who goes.
    List<Person> remove(Profile.Cell cell, Draw draw) {
        var people = people(cell);
        var gone = people.get(draw.below(people.size()));
        people.remove(gone);
        if (gone.kind.isInsured()) {
            households.get(gone.household).stream()
                    .filter(p -> p != gone && p.isInsuredOn(day))
                    .forEach(p -> people(cellOf(p)).remove(p));
        }
        return List.of(gone);
    }

    private Profile.Cell cellOf(Person person) {
        var age = person.ageOn(day);
        return profile.cells().stream()
                .filter(cell -> cell.holds(person.sex, age))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("age %d is in no cell".formatted(age)));
    }

    private List<Person> people(Profile.Cell cell) {
        return byCell.getOrDefault(cell, List.of());
    }
}
