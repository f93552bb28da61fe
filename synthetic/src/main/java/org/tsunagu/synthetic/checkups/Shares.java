package org.tsunagu.synthetic.checkups;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// Published counts of examinees by category, sex and age (公表度数), `shares.tsv`:
/// 「出典：厚生労働省 第9回NDBオープンデータ」を加工して作成.
public final class Shares {
    private final Map<String, List<Category>> byKeyAndSex = new HashMap<>();
    private final Map<String, List<List<Double>>> shares = new HashMap<>();
    private final Set<String> keys = new TreeSet<>();

    private Shares(Table table) {
        for (var row : table.rows()) {
            var sex = Sex.of(row.text("sex")).orElseThrow();
            keys.add(row.text("key"));
            byKeyAndSex
                    .computeIfAbsent(id(row.text("key"), sex), id -> new ArrayList<>())
                    .add(Category.of(row));
        }
        byKeyAndSex.values().forEach(list -> list.sort(Comparator.comparingDouble(Category::order)));
        keys.forEach(key -> shares.put(key, compute(key)));
    }

    private List<List<Double>> compute(String key) {
        var all = new ArrayList<List<Double>>();
        for (var sex : Sex.values()) {
            for (var age = 0; age < Band.AGES; age++) {
                var band = new Band(sex, age);
                var total = people(key, band);
                all.add(categories(key, sex).stream()
                        .map(c -> c.count(band) / total)
                        .toList());
            }
        }
        return List.copyOf(all);
    }

    /// The published tables as shipped.
    public static Shares shipped() {
        return new Shares(Table.read("checkups/shares", Shares.class.getResourceAsStream("shares.tsv")));
    }

    /// Keys of all tables, in alphabetical order.
    public Set<String> keys() {
        return keys;
    }

    /// The categories of a table: numbers from low to high, answers in published order.
    public List<Category> categories(String key, Sex sex) {
        return byKeyAndSex.getOrDefault(id(key, sex), List.of());
    }

    /// Share of each category within a class.
    ///
    /// @throws IllegalArgumentException if there is no such table
    public List<Double> of(String key, Band band) {
        var all = shares.get(key);
        if (all == null) {
            throw new IllegalArgumentException("shares.tsv has no %s, only %s".formatted(key, keys));
        }
        return all.get(band.index());
    }

    /// Examinees of a class in a table.
    public double people(String key, Band band) {
        return categories(key, band.sex()).stream()
                .mapToDouble(c -> c.count(band))
                .sum();
    }

    private static String id(String key, Sex sex) {
        return key + "/" + sex.code();
    }

    /// One category of a table (区分).
    ///
    /// @param number in published order, from 1
    /// @param name as published
    /// @param lower least recorded value; absent for the lowest category and for answers
    /// @param upper least recorded value of the next category; absent for the highest and for answers
    public record Category(int number, String name, OptionalDouble lower, OptionalDouble upper, List<Double> counts) {
        // Recorded values have at most two decimals.
        private static final double SLACK = 1e-6;

        static Category of(Row row) {
            var counts = new ArrayList<Double>();
            for (var age = 0; age < Band.AGES; age++) {
                var from = new Band(Sex.MALE, age).from();
                counts.add(Double.valueOf(row.text("n_%d_%d".formatted(from, from + 4))));
            }
            return new Category(
                    row.integer("category"),
                    row.text("category_ja"),
                    bound(row, "lower"),
                    bound(row, "upper"),
                    List.copyOf(counts));
        }

        private static OptionalDouble bound(Row row, String column) {
            return row.text(column).isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Double.parseDouble(row.text(column)));
        }

        double count(Band band) {
            return counts.get(band.age());
        }

        double order() {
            return lower.isEmpty() && upper.isEmpty() ? number : lower.orElse(Double.NEGATIVE_INFINITY);
        }

        /// Whether a recorded value or the number of an answer belongs here.
        public boolean holds(double value) {
            if (lower.isEmpty() && upper.isEmpty()) {
                return value == number;
            }
            return value >= lower.orElse(Double.NEGATIVE_INFINITY) - SLACK
                    && value < upper.orElse(Double.POSITIVE_INFINITY) - SLACK;
        }
    }
}
