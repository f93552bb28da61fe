package org.tsunagu.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// A generated person for property tests: words of [Cases] for a day, an age and a sex. The same seed gives the
/// same people in every run.
public record Person(String sex, int age, LocalDate examination, Map<String, String> words) {

    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2012, 6, 1),
            LocalDate.of(2013, 3, 31),
            LocalDate.of(2013, 4, 1),
            LocalDate.of(2017, 9, 1),
            LocalDate.of(2018, 4, 1),
            LocalDate.of(2023, 9, 1),
            LocalDate.of(2024, 3, 31),
            LocalDate.of(2024, 4, 1),
            LocalDate.of(2025, 9, 1));

    /// Generates people whose values crowd around the cuts and are often missing.
    public static List<Person> generate(int count, long seed) {
        var people = new ArrayList<Person>();
        var random = new SplittableRandom(seed);
        for (var i = 0; i < count; i++) {
            people.add(generate(random));
        }
        return people;
    }

    private static Person generate(SplittableRandom random) {
        var words = new LinkedHashMap<String, String>();
        // Half of the people have few gaps, the other half many.
        var gaps = random.nextBoolean() ? 5 : 40;
        for (var word : List.of(
                "waist", "bmi", "sbp", "dbp", "tg", "hdl", "fpg", "med_bp", "med_glucose", "med_lipid", "smoking")) {
            if (random.nextInt(100) >= gaps) {
                words.put(word, value(word, random));
            }
        }
        for (var word : List.of(
                "vfa",
                "waist_self",
                "waist_told",
                "sbp2",
                "dbp2",
                "sbp1",
                "dbp1",
                "hba1c",
                "jds",
                "casual",
                "tg_casual",
                "draw",
                "height",
                "weight")) {
            if (random.nextInt(100) < 25) {
                words.put(word, value(word, random));
            }
        }
        return new Person(
                random.nextBoolean() ? "M" : "F",
                40 + random.nextInt(36),
                DAYS.get(random.nextInt(DAYS.size())),
                words);
    }

    private static String value(String word, SplittableRandom random) {
        return switch (word) {
            case "waist", "waist_self", "waist_told" -> tenths(840 + random.nextInt(70));
            case "vfa" -> String.valueOf(98 + random.nextInt(4));
            case "bmi" -> tenths(random.nextInt(8) == 0 ? 198 + random.nextInt(4) : 246 + random.nextInt(8));
            case "sbp", "sbp1", "sbp2" -> String.valueOf(127 + random.nextInt(6));
            case "dbp", "dbp1", "dbp2" -> String.valueOf(82 + random.nextInt(6));
            case "tg" -> String.valueOf(147 + random.nextInt(6));
            case "tg_casual" -> String.valueOf(172 + random.nextInt(6));
            case "hdl" -> String.valueOf(38 + random.nextInt(4));
            case "fpg", "casual" -> String.valueOf(98 + random.nextInt(4));
            case "hba1c" -> tenths(54 + random.nextInt(4));
            case "jds" -> tenths(50 + random.nextInt(4));
            case "height" -> tenths(1600 + random.nextInt(3));
            case "weight" -> tenths(635 + random.nextInt(10));
            case "draw", "smoking" -> String.valueOf(1 + random.nextInt(4));
            default -> random.nextInt(6) == 0 ? "1" : "2";
        };
    }

    private static String tenths(int number) {
        return number / 10 + "." + number % 10;
    }

    /// The same person with another value, or without one for `-`.
    public Person with(String word, String value) {
        var changed = new LinkedHashMap<>(words);
        changed.put(word, value);
        return new Person(sex, age, examination, changed);
    }

    public Person aged(int other) {
        return new Person(sex, other, examination, words);
    }

    public String given() {
        return words.entrySet().stream()
                .map(word -> word.getKey() + "=" + word.getValue())
                .collect(Collectors.joining(" "));
    }

    public Decisions decide() {
        return Cases.AS_SHIPPED.decide(Cases.person(sex, age, examination), Cases.values(given()));
    }
}
