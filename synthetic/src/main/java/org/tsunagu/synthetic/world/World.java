package org.tsunagu.synthetic.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.synthetic.draw.Weighted;

/// Employers, institutions and laboratories around the invented insurer (事業所・健診機関).
public final class World {
    private final List<Employer> employers =
            rows("employers").stream().map(Employer::of).toList();
    private final List<Institution> institutions =
            rows("institutions").stream().map(Institution::of).toList();
    private final Weighted<Employer> employersByWeight = Weighted.of(employers, Employer::weight);
    private final Weighted<Institution> institutionsByWeight = Weighted.of(institutions, Institution::weight);
    private final Map<String, String> laboratories = new HashMap<>();

    private World() {
        for (var row : rows("laboratories")) {
            laboratories.put(row.text("laboratory") + "/" + row.text("key"), row.text("item"));
        }
    }

    /// The world as shipped.
    public static World shipped() {
        return new World();
    }

    /// All employers in table order.
    public List<Employer> employers() {
        return employers;
    }

    /// All institutions in table order.
    public List<Institution> institutions() {
        return institutions;
    }

    /// The employer at a share between 0 and 1.
    public Employer employer(double share) {
        return employersByWeight.at(share);
    }

    /// The institution at a share between 0 and 1.
    public Institution institution(double share) {
        return institutionsByWeight.at(share);
    }

    /// The item code that tells how a laboratory measures something, for example `standard`, `tg`.
    ///
    /// @throws IllegalArgumentException if the laboratory does not measure it
    public String item(String laboratory, String key) {
        var item = laboratories.get(laboratory + "/" + key);
        if (item == null) {
            throw new IllegalArgumentException("no %s in laboratory %s".formatted(key, laboratory));
        }
        return item;
    }

    private static List<Row> rows(String name) {
        return Table.read("world/" + name, World.class.getResourceAsStream(name + ".tsv"))
                .rows();
    }
}
