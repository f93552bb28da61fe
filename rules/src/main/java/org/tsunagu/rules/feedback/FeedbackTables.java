package org.tsunagu.rules.feedback;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.condition.ConditionTable;
import org.tsunagu.rules.value.VariableTable;
import org.tsunagu.rules.value.Variables;

/// The tables of the feedback to the person (フィードバック文例集の区分): classes, texts, high-risk conditions.
public final class FeedbackTables {

    private final Table classes;
    private final Table texts;
    private final Table highRisk;

    /// Reads the tables.
    public FeedbackTables(List<Correction> corrections) {
        classes = read("classes", corrections);
        texts = read("texts", corrections);
        highRisk = read("high-risk", corrections);
    }

    private static Table read(String name, List<Correction> corrections) {
        return Table.read("feedback/" + name, FeedbackTables.class.getResourceAsStream(name + ".tsv"))
                .with(corrections);
    }

    /// All of them.
    public List<Table> all() {
        return List.of(classes, texts, highRisk);
    }

    /// The wordings of the classes.
    public Table texts() {
        return texts;
    }

    /// The classes in force on a day for one sex.
    public FeedbackClasses on(LocalDate day, Sex sex, VariableTable dictionary) {
        var variables = dictionary.variables();
        var inForce = classes.on(day);
        var table = new ConditionTable(inForce, "class_key", variables);
        var rows = inForce.stream()
                .sorted(Comparator.comparingInt(row -> row.integer("priority")))
                .toList();
        var families =
                inForce.stream().map(row -> row.text("family")).distinct().toList();
        return new FeedbackClasses(
                families.stream()
                        .map(family -> new FeedbackClasses.Family(
                                family,
                                keys(rows, family).stream()
                                        .map(key -> new FeedbackClasses.Candidate(
                                                key, text(key).text("action"), table.condition(key, sex)))
                                        .toList()))
                        .toList(),
                derived(day, sex, variables),
                text("GL_CASUAL_NOTE"),
                dictionary);
    }

    private static List<String> keys(List<Row> rows, String family) {
        return rows.stream()
                .filter(row -> row.text("family").equals(family))
                .map(row -> row.text("class_key"))
                .distinct()
                .toList();
    }

    private Row text(String key) {
        return texts.rows().stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("feedback/texts: no class " + key));
    }

    private List<FeedbackClasses.Flag> derived(LocalDate day, Sex sex, Variables variables) {
        var table = new ConditionTable(highRisk.on(day), "derived", variables);
        return table.rules().stream()
                .map(name -> new FeedbackClasses.Flag(variables.index(name), table.condition(name, sex)))
                .toList();
    }
}
