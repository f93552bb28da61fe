package org.tsunagu.rules.metabolic;

import java.time.LocalDate;
import java.util.List;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.condition.ConditionTable;
import org.tsunagu.rules.value.VariableTable;

/// The official tables of the metabolic judgement (メタボリックシンドローム判定の表): items and results.
public final class MetabolicTables {

    private final Table items;
    private final Table levels;

    /// Reads the tables.
    public MetabolicTables(List<Correction> corrections) {
        items = read("items", corrections);
        levels = read("levels", corrections);
    }

    private static Table read(String name, List<Correction> corrections) {
        return Table.read("metabolic/" + name, MetabolicTables.class.getResourceAsStream(name + ".tsv"))
                .with(corrections);
    }

    /// All of them.
    public List<Table> all() {
        return List.of(items, levels);
    }

    /// The judgement in force on a day for one sex.
    ///
    /// @param glucoseOrder variables of glucose in the order they are looked at
    public Metabolic on(LocalDate day, Sex sex, VariableTable dictionary, List<String> glucoseOrder) {
        var table = new ConditionTable(items.on(day), "predicate", dictionary.variables());
        return new Metabolic(
                table.condition("waist_met", sex),
                List.of(
                        table.condition("glucose_item", sex, glucoseOrder),
                        table.condition("lipid_item", sex),
                        table.condition("bp_item", sex)),
                new MetabolicRows(levels.on(day)));
    }
}
