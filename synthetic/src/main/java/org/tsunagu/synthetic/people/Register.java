package org.tsunagu.synthetic.people;

import java.util.ArrayList;
import java.util.List;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Draw;
import org.tsunagu.synthetic.world.Places;
import org.tsunagu.synthetic.world.World;

/// Everybody who was a member at any time (資格台帳), in the order of joining.
///
/// @param members on 1 April of every year the insured ones match the profile cell for cell
public record Register(List<Member> members) {
    /// Makes the register of an invented insurer.
    ///
    /// @param profile scaled to the number of members wanted
    /// @param last the year after which nobody looks
    public static Register make(long seed, Profile profile, FiscalYear first, FiscalYear last, World world) {
        var assumptions = Assumptions.read("people/assumptions", Register.class.getResourceAsStream("assumptions.tsv"));
        var population = new Population(seed, profile, assumptions, first.firstDay());
        population.settle();
        for (var year = first; year.compareTo(last) < 0; year = new FiscalYear(year.year() + 1)) {
            population.pass(year);
        }
        population.end(last);
        return new Register(finish(seed, population, assumptions, world));
    }

    private static List<Member> finish(long seed, Population population, Assumptions assumptions, World world) {
        var names = new Names(assumptions);
        var households = households(seed, population, names, world);
        var members = new ArrayList<Member>();
        for (var person : population.everybody()) {
            var household = households.get(person.household);
            var given = names.given(
                    person.sex, person.ageOn(population.reference()), Draw.of(seed, "given name", person.id));
            members.add(new Member(
                    person.id,
                    household,
                    "%02d".formatted(person.branch),
                    person.kind,
                    person.relation,
                    household.surname().with(given),
                    person.sex,
                    person.birth,
                    person.from,
                    person.to,
                    person.leaving));
        }
        return List.copyOf(members);
    }

    private static List<Household> households(long seed, Population population, Names names, World world) {
        var places = Places.shipped();
        var households = new ArrayList<Household>();
        for (var id = 0; id < population.households().size(); id++) {
            var draw = Draw.of(seed, "household", id);
            var surname = names.surname(draw);
            var place = places.draw(draw);
            var employer = world.employer(draw.uniform());
            households.add(new Household(id, surname, place, employer, employer.symbol(), "%07d".formatted(id)));
        }
        return households;
    }
}
