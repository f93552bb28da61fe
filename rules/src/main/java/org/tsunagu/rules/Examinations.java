package org.tsunagu.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Decimals;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.item.ValueState;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.care.Finding;
import org.tsunagu.rules.list.Examined;
import org.tsunagu.rules.list.ListTables;
import org.tsunagu.rules.mark.Mark;
import org.tsunagu.rules.mark.Marks;
import org.tsunagu.rules.value.Gathered;

/// Makes checkups ready for the lists of people (抽出リストのための健診): values with what is computed from them, doctor-visit
/// values, answers.
public final class Examinations {

    private final Judging judging;
    private final List<Row> variables;

    /// By the rules as shipped.
    public Examinations(Judging judging) {
        this.judging = judging;
        this.variables = new ListTables(List.of())
                .variables().rows().stream()
                        .filter(row -> row.text("how").startsWith("checkup_"))
                        .filter(row -> !row.text("read").isEmpty())
                        .toList();
    }

    /// A checkup; empty when no rules cover its day.
    public Optional<Examined> of(Examinee examinee, CheckupValues values) {
        if (!judging.covers(examinee.examDate())) {
            return Optional.empty();
        }
        var gathered = judging.values(examinee, values);
        var judgement = judging.judge(examinee, values);
        var marks = new HashMap<String, Mark>();
        Marks.shipped()
                .of(examinee.examDate(), values, judgement.bands())
                .forEach(mark -> marks.put(mark.mark(), mark));
        var findings = new HashMap<String, Finding>();
        for (var row : variables) {
            find(row, gathered, marks).ifPresent(finding -> findings.put(row.key(), finding));
        }
        judgement
                .kidney()
                .ifPresent(kidney -> findings.computeIfPresent(
                        "egfr", (name, finding) -> finding.with("stage", kidney.gStage() + kidney.aStage())));
        return Optional.of(new Examined(examinee.examDate(), findings));
    }

    private Optional<Finding> find(Row row, Gathered gathered, Map<String, Mark> marks) {
        var read = row.text("read");
        return switch (row.text("how")) {
            case "checkup_mark" -> Optional.ofNullable(marks.get(read)).map(mark -> Finding.of(mark.holds()));
            case "checkup_answer" -> answer(read, gathered.values());
            default -> value(judging.variables().index(read), gathered);
        };
    }

    private static Optional<Finding> value(int variable, Gathered gathered) {
        return gathered.knows(variable)
                ? Optional.of(new Finding(
                        Optional.of(gathered.number(variable)),
                        gathered.text(variable),
                        gathered.itemCode(variable),
                        "",
                        "",
                        Map.of()))
                : Optional.empty();
    }

    private static Optional<Finding> answer(String item, CheckupValues values) {
        var value = values.get(Items.shipped().get(item));
        var number = value.state() == ValueState.MEASURED ? Decimals.parse(value.text()) : null;
        return Optional.ofNullable(number).map(code -> new Finding(Optional.of(code), "", item, "", "", Map.of()));
    }
}
