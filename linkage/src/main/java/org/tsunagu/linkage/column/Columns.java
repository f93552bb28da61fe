package org.tsunagu.linkage.column;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagu.linkage.field.Field;
import org.tsunagu.linkage.field.Kind;
import org.tsunagu.linkage.model.Doubts;

/// Chooses what is compared (比較する列の選択): columns of the same heading or the same meaning, one of each group, the kind by
/// heading, else by the values.
public final class Columns {

    private static final double ENOUGH_FILLED = 0.05;
    private static final String FAMILY = "family";
    private static final String GIVEN = "given";

    private Columns() {}

    /// Chooses.
    ///
    /// @param id headings of the columns with the number of a record, never compared
    public static List<Column> choose(Records left, Records right, Set<String> id) {
        var chosen = new ArrayList<Column>();
        var groups = new HashSet<String>();
        for (var column : candidates(left, right, id)) {
            if (isUseful(column, left, right) && (column.group().isEmpty() || groups.add(column.group()))) {
                chosen.add(column);
            }
        }
        if (groups.contains(FAMILY) && groups.contains(GIVEN)) {
            chosen.removeIf(column -> column.group().equals("full"));
        }
        return List.copyOf(chosen);
    }

    private static List<Column> candidates(Records left, Records right, Set<String> id) {
        var candidates = new ArrayList<Column>();
        for (var i = 0; i < left.headings().size(); i++) {
            var heading = left.headings().get(i);
            if (!id.contains(heading)) {
                var at = i;
                partner(heading, right, id).ifPresent(j -> candidates.add(column(left, right, at, j)));
            }
        }
        // The order of the table decides which of a group is taken: kana before kanji.
        candidates.sort(Comparator.comparingInt(
                column -> column.role().isEmpty() ? Integer.MAX_VALUE : Roles.order(column.role())));
        return candidates;
    }

    private static Optional<Integer> partner(String heading, Records right, Set<String> id) {
        Optional<Integer> sameMeaning = Optional.empty();
        for (var j = 0; j < right.headings().size(); j++) {
            var other = right.headings().get(j);
            if (id.contains(other)) {
                continue;
            }
            if (Roles.plain(heading).equals(Roles.plain(other))) {
                return Optional.of(j);
            }
            var role = Roles.of(heading);
            if (sameMeaning.isEmpty() && role.isPresent() && role.equals(Roles.of(other))) {
                sameMeaning = Optional.of(j);
            }
        }
        return sameMeaning;
    }

    /// A column by the places of its partners.
    public static Column column(Records left, Records right, int i, int j) {
        var heading = left.headings().get(i);
        var role = Roles.of(heading).or(() -> Roles.of(right.headings().get(j)));
        var kind = role.map(row -> Kind.valueOf(row.text("kind")))
                .orElseGet(() -> Contents.kind(left.cells().get(i)));
        return new Column(
                heading,
                i,
                j,
                kind,
                role.map(row -> row.text("row")).orElse(""),
                role.map(row -> row.text("group")).orElse(""));
    }

    private static boolean isUseful(Column column, Records left, Records right) {
        if (column.kind() == Kind.IGNORE) {
            return false;
        }
        var one = left.cells().get(column.left());
        var other = right.cells().get(column.right());
        var values = new HashSet<>(one);
        values.remove("");
        return isFilled(one)
                && isFilled(other)
                && values.size() > 1
                && (column.kind() == Kind.TEXT
                        || !column.role().isEmpty()
                        || other.stream().anyMatch(values::contains));
    }

    private static boolean isFilled(List<String> column) {
        return column.stream().filter(text -> !text.isEmpty()).count() >= Math.max(1, ENOUGH_FILLED * column.size());
    }

    /// The fields ready to be compared and the rules beyond the score.
    ///
    /// @param doubts that need family name, given name and birth date, where they are there
    public record Prepared(List<Field> fields, Doubts doubts) {}

    /// Prepares the values of the chosen columns.
    public static Prepared prepare(Records left, Records right, List<Column> columns) {
        Map<String, Field> byGroup = new HashMap<>();
        var fields = new ArrayList<Field>();
        for (var column : columns) {
            var field = new Field(
                    column.name(),
                    column.kind(),
                    left.cells().get(column.left()),
                    right.cells().get(column.right()));
            fields.add(field);
            byGroup.putIfAbsent(column.group(), field);
        }
        var family = Optional.ofNullable(byGroup.get(FAMILY));
        var given = Optional.ofNullable(byGroup.get(GIVEN));
        if (family.isPresent() && given.isPresent()) {
            Field.pair(family.get(), given.get());
        }
        var birth = Optional.ofNullable(byGroup.get("birth")).filter(field -> field.kind() == Kind.DATE);
        return new Prepared(List.copyOf(fields), new Doubts(family, given, birth));
    }
}
