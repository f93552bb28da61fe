package org.tsunagu.rules.stratification;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.condition.ConditionTable;
import org.tsunagu.rules.value.VariableTable;

/// The official tables of the stratification (階層化の表): steps, levels, missing values, departures.
public final class StratificationTables {

    private final Table steps;
    private final Table levels;
    private final Table missingValues;
    private final Table departures;
    private final Map<List<Row>, AgeLevels> shared = new HashMap<>();

    /// Reads the tables.
    public StratificationTables(List<Correction> corrections) {
        steps = read("steps", corrections);
        levels = read("levels", corrections);
        missingValues = read("missing-values", corrections);
        departures = read("departures", corrections);
    }

    private static Table read(String name, List<Correction> corrections) {
        return Table.read("stratification/" + name, StratificationTables.class.getResourceAsStream(name + ".tsv"))
                .with(corrections);
    }

    /// All of them.
    public List<Table> all() {
        return List.of(steps, levels, missingValues, departures);
    }

    /// The steps, whose predicates other rules use too.
    public Table steps() {
        return steps;
    }

    /// The stratification in force on a day for one sex.
    ///
    /// @param glucoseOrder variables of glucose in the order they are looked at
    /// @param lawfulOmission whether a waist left out because of a low BMI counts as not met
    public Stratification on(
            LocalDate day, Sex sex, VariableTable dictionary, List<String> glucoseOrder, boolean lawfulOmission) {
        var inForce = steps.on(day);
        var table = new ConditionTable(inForce, "predicate", dictionary.variables());
        var predicates = Stream.of(Predicate.values())
                .map(predicate -> table.condition(predicate.key(), sex, glucoseOrder))
                .toList();
        var omitted = table.condition(lawfulOmission ? "waist_omitted" : "", sex);
        var alone = inForce.stream()
                .filter(row -> row.text("predicate").equals("smoke_counts"))
                .findFirst()
                .orElseThrow();
        return new Stratification(predicates, omitted, ageLevels(day), alone, dictionary);
    }

    private AgeLevels ageLevels(LocalDate day) {
        return shared.computeIfAbsent(levels.on(day), rows -> new AgeLevels(levels, missingValues, departures, day));
    }
}
