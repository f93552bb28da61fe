package org.tsunagu.rules.list;

import java.util.List;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.care.CareRules;
import org.tsunagu.rules.kidney.Nephropathy;
import org.tsunagu.rules.seniors.IntegratedLists;

/// The tables of the lists of people (抽出リストの表): which lists there are, their steps, what the steps look at, and how
/// those found are told apart.
public final class ListTables {

    private final Table lists;
    private final Table variables;
    private final List<Table> steps;
    private final List<Table> labels;
    private final List<Table> care;

    /// The tables with cells changed.
    public ListTables(List<Correction> corrections) {
        lists = read("list/lists", "lists.tsv", corrections);
        variables = read("list/variables", "variables.tsv", corrections);
        steps = List.of(
                read("list/steps", "steps.tsv", corrections),
                Nephropathy.criteria(corrections),
                IntegratedLists.table(corrections));
        labels = List.of(Nephropathy.stages(corrections), Nephropathy.intensities(corrections));
        care = List.of(CareRules.groups(corrections), CareRules.parameters(corrections));
    }

    private static Table read(String name, String file, List<Correction> corrections) {
        return Table.read(name, ListTables.class.getResourceAsStream(file)).with(corrections);
    }

    /// Which lists there are.
    public Table lists() {
        return lists;
    }

    /// What the steps may look at.
    public Table variables() {
        return variables;
    }

    /// The steps of all lists.
    public Stream<Row> steps() {
        return steps.stream().flatMap(table -> table.rows().stream());
    }

    /// How those found are told apart: stages, intensities.
    Stream<Row> labels() {
        return labels.stream().flatMap(table -> table.rows().stream());
    }

    /// Every table.
    public List<Table> all() {
        return Stream.of(List.of(lists, variables), steps, labels, care)
                .flatMap(List::stream)
                .toList();
    }
}
