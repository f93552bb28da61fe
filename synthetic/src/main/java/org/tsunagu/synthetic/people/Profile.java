package org.tsunagu.synthetic.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// The shape of an insurer's population (人口構成): people by sex and age, and how they are insured;
/// `population.tsv` and `kinds.tsv`.
///
/// @param cells people by sex and five years of age
/// @param kinds people by sex, wider ages and kind
public record Profile(String name, List<Cell> cells, List<KindShare> kinds) {
    /// People of one sex and age (年齢階級).
    public record Cell(Sex sex, int ageFrom, int ageTo, int count) {
        /// Whether somebody belongs here.
        public boolean holds(Sex other, int age) {
            return other == sex && age >= ageFrom && age <= ageTo;
        }
    }

    /// People of one sex, age and kind (種別内訳).
    public record KindShare(Sex sex, int ageFrom, int ageTo, Kind kind, int count) {
        boolean holds(Sex other, int age) {
            return other == sex && age >= ageFrom && age <= ageTo;
        }
    }

    /// A profile by name.
    ///
    /// @throws IllegalArgumentException for a name the tables do not have, naming those they have
    public static Profile of(String name) {
        var cells = rows("population", name).map(Profile::cell).toList();
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("no profile %s; known are %s".formatted(name, names()));
        }
        return new Profile(name, cells, rows("kinds", name).map(Profile::kind).toList());
    }

    /// The same shape with another number of people, exact to the person (largest remainders).
    public Profile scaledTo(int people) {
        var counts = apportion(cells.stream().mapToInt(Cell::count).toArray(), people);
        var scaled = new ArrayList<Cell>();
        for (var i = 0; i < counts.length; i++) {
            var cell = cells.get(i);
            scaled.add(new Cell(cell.sex, cell.ageFrom, cell.ageTo, counts[i]));
        }
        return new Profile(name, List.copyOf(scaled), kinds);
    }

    /// How the people of a cell are insured.
    List<KindShare> kindsOf(Cell cell) {
        return kinds.stream()
                .filter(share -> share.holds(cell.sex, cell.ageFrom))
                .toList();
    }

    /// Splits a whole number in proportion to weights; what rounding leaves goes to the largest remainders.
    static int[] apportion(int[] weights, int total) {
        var sum = Arrays.stream(weights).asLongStream().sum();
        var shares = new int[weights.length];
        var order = new ArrayList<Integer>();
        var left = total;
        for (var i = 0; i < weights.length; i++) {
            shares[i] = sum == 0 ? 0 : (int) ((long) weights[i] * total / sum);
            left -= shares[i];
            order.add(i);
        }
        order.sort((a, b) -> Long.compare(remainder(weights[b], total, sum), remainder(weights[a], total, sum)));
        for (var i = 0; i < left; i++) {
            shares[order.get(i)]++;
        }
        return shares;
    }

    private static long remainder(int weight, int total, long sum) {
        return sum == 0 ? 0 : (long) weight * total % sum;
    }

    private static String names() {
        return table("population").rows().stream()
                .map(row -> row.text("profile"))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static java.util.stream.Stream<Row> rows(String table, String profile) {
        return table(table).rows().stream().filter(row -> row.text("profile").equals(profile));
    }

    private static Table table(String name) {
        return Table.read("people/" + name, Profile.class.getResourceAsStream(name + ".tsv"));
    }

    private static Cell cell(Row row) {
        return new Cell(sex(row), row.integer("age_from"), row.integer("age_to"), row.integer("count"));
    }

    private static KindShare kind(Row row) {
        return new KindShare(
                sex(row),
                row.integer("age_from"),
                row.integer("age_to"),
                Kind.valueOf(row.text("kind")),
                row.integer("count"));
    }

    private static Sex sex(Row row) {
        return Sex.of(row.text("sex")).orElseThrow();
    }
}
