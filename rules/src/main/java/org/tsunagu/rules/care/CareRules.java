package org.tsunagu.rules.care;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// How care is counted for the lists of people (受診歴の数え方): groups of diseases and drugs in `groups.tsv`, windows and
/// least numbers in `parameters.tsv`. Most of it is the insurer's choice.
public final class CareRules {

    private final Map<String, CareGroup> groups;
    private final Map<String, Row> parameters;

    /// The rows in force on a day.
    public CareRules(List<Correction> corrections, LocalDate day) {
        groups = groups(corrections).on(day).stream().collect(Collectors.toMap(Row::key, CareGroup::of));
        parameters = parameters(corrections).on(day).stream()
                .collect(Collectors.toMap(row -> row.text("parameter"), Function.identity()));
    }

    /// The groups of diseases and drugs.
    public static Table groups(List<Correction> corrections) {
        return Table.read("care/groups", CareRules.class.getResourceAsStream("groups.tsv"))
                .with(corrections);
    }

    /// Windows and least numbers.
    public static Table parameters(List<Correction> corrections) {
        return Table.read("care/parameters", CareRules.class.getResourceAsStream("parameters.tsv"))
                .with(corrections);
    }

    /// A group.
    ///
    /// @throws IllegalArgumentException if there is none
    public CareGroup group(String key) {
        var group = groups.get(key);
        if (group == null) {
            throw new IllegalArgumentException("no group %s, only %s".formatted(key, groups.keySet()));
        }
        return group;
    }

    /// The row of a parameter.
    ///
    /// @throws IllegalArgumentException if there is none
    public Row parameter(String name) {
        var row = parameters.get(name);
        if (row == null) {
            throw new IllegalArgumentException("no parameter %s, only %s".formatted(name, parameters.keySet()));
        }
        return row;
    }

    int number(String name) {
        return parameter(name).integer("value");
    }

    Set<String> words(String name) {
        return Set.of(parameter(name).text("value").split(","));
    }
}
