package org.tsunagu.privacy.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tsunagu.privacy.extract.Column.Role;
import org.tsunagu.privacy.extract.RiskReport.Diversity;

/// Works out how likely somebody in a file is found again (再特定リスクの計算).
public final class Risk {

    private static final String BETWEEN = "\u001f";

    private Risk() {}

    /// The risk of rows whose people an attacker knows to be in the file.
    ///
    /// @param k classes below it are counted
    public static RiskReport of(List<Column> columns, List<List<String>> rows, int k) {
        return of(columns, rows, k, Map.of());
    }

    /// The same with the population they come from: an attacker then does not know who is in the file.
    ///
    /// @param population how many people of the population are alike, by [#key]; empty when it is not known
    public static RiskReport of(List<Column> columns, List<List<String>> rows, int k, Map<String, Integer> population) {
        var classes = classes(columns, rows);
        var smallest =
                classes.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        var uniques = (int) classes.values().stream().filter(size -> size == 1).count();
        var small = classes.values().stream()
                .filter(size -> size < k)
                .mapToInt(Integer::intValue)
                .sum();
        return new RiskReport(
                rows.size(),
                classes.size(),
                smallest,
                uniques,
                small,
                smallest == 0 ? 0 : 1.0 / smallest,
                rows.isEmpty() ? 0 : (double) classes.size() / rows.size(),
                journalist(classes, population),
                marketer(classes, population, rows.size()),
                diversity(columns, rows));
    }

    /// How many rows are alike, by [#key].
    public static Map<String, Integer> classes(List<Column> columns, List<List<String>> rows) {
        var classes = new HashMap<String, Integer>();
        rows.forEach(row -> classes.merge(key(columns, row), 1, Integer::sum));
        return classes;
    }

    /// What others may know of a row.
    public static String key(List<Column> columns, List<String> row) {
        var known = new ArrayList<String>();
        for (var i = 0; i < columns.size(); i++) {
            if (columns.get(i).role() == Role.QUASI) {
                known.add(row.get(i));
            }
        }
        return String.join(BETWEEN, known);
    }

    private static double journalist(Map<String, Integer> classes, Map<String, Integer> population) {
        return classes.entrySet().stream()
                .mapToDouble(one -> 1.0 / Math.max(one.getValue(), population.getOrDefault(one.getKey(), 0)))
                .max()
                .orElse(0);
    }

    private static double marketer(Map<String, Integer> classes, Map<String, Integer> population, int rows) {
        var expected = classes.entrySet().stream()
                .mapToDouble(one ->
                        (double) one.getValue() / Math.max(one.getValue(), population.getOrDefault(one.getKey(), 0)))
                .sum();
        return rows == 0 ? 0 : expected / rows;
    }

    private static List<Diversity> diversity(List<Column> columns, List<List<String>> rows) {
        var found = new ArrayList<Diversity>();
        for (var i = 0; i < columns.size(); i++) {
            if (columns.get(i).role() == Role.SENSITIVE) {
                found.add(diversity(columns, rows, i));
            }
        }
        return found;
    }

    private static Diversity diversity(List<Column> columns, List<List<String>> rows, int column) {
        var values = new HashMap<String, Set<String>>();
        for (var row : rows) {
            values.computeIfAbsent(key(columns, row), key -> new HashSet<>()).add(row.get(column));
        }
        var least = values.values().stream().mapToInt(Set::size).min().orElse(0);
        var same = (int) values.values().stream().filter(set -> set.size() == 1).count();
        return new Diversity(columns.get(column).name(), least, same);
    }
}
