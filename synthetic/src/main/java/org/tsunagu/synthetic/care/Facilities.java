package org.tsunagu.synthetic.care;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tsunagu.codes.table.Table;
import org.tsunagu.synthetic.draw.Draw;
import org.tsunagu.synthetic.draw.Weighted;

/// The places of care around the invented insurer (医療機関・薬局), `facilities.tsv`.
public final class Facilities {

    private final Map<Specialty, List<Facility>> all = new EnumMap<>(Specialty.class);
    private final Map<Specialty, Weighted<Facility>> weighted = new EnumMap<>(Specialty.class);

    /// The table as shipped.
    public Facilities() {
        var rows = Table.read("care/facilities", Facilities.class.getResourceAsStream("facilities.tsv"))
                .rows();
        for (var specialty : Specialty.values()) {
            var some = rows.stream()
                    .map(Facility::of)
                    .filter(facility -> facility.specialty() == specialty)
                    .toList();
            all.put(specialty, some);
            weighted.put(specialty, Weighted.of(some, Facility::weight));
        }
    }

    /// The place a person always goes to for something.
    public Facility of(Specialty specialty, long seed, int person) {
        var share = Draw.of(seed, "place", person, specialty.name().hashCode()).uniform();
        return Objects.requireNonNull(weighted.get(specialty)).at(share);
    }

    /// Another place for the same, never the one given.
    public Facility other(Facility than) {
        var some = Objects.requireNonNull(all.get(than.specialty()));
        return some.get((some.indexOf(than) + 1) % some.size());
    }

    /// The pharmacy next to a place of care (門前薬局).
    public Facility pharmacy(Facility near) {
        var some = Objects.requireNonNull(all.get(Specialty.PHARMACY));
        return some.get(Integer.parseInt(near.id().substring(1)) % some.size());
    }
}
