package org.tsunagu.app.checkups;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.value.VariableTable;

/// Whether somebody takes a drug for what a value is about (服薬の有無), by the question on drugs, see
/// `treatment-questions.tsv`; the insurer's own re-confirmation goes before the answer.
public enum Treatment {
    YES,
    NO,
    /// Asked, but not answered.
    UNKNOWN,
    /// There is no question about a drug for it.
    NOT_ASKED;

    private static final Map<String, Row> QUESTIONS = questions();

    private static Map<String, Row> questions() {
        var variables = new VariableTable(List.of());
        return Table.read(
                        "checkups/treatment-questions", Treatment.class.getResourceAsStream("treatment-questions.tsv"))
                .rows()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Row::key, row -> variables.row(row.text("question"))));
    }

    /// What the answers of a checkup say about a variable.
    static Treatment of(String variable, CheckupValues values) {
        var question = QUESTIONS.get(variable);
        if (question == null) {
            return NOT_ASKED;
        }
        if (answer(question.text("correction_item"), values).equals(question.text("correction_code"))) {
            return YES;
        }
        return switch (answer(question.text("item_codes"), values)) {
            case "1" -> YES;
            case "2" -> NO;
            default -> UNKNOWN;
        };
    }

    /// What the answers of a checkup say about drugs for blood pressure, glucose or lipids altogether.
    public static Treatment any(CheckupValues values) {
        var answers = QUESTIONS.keySet().stream()
                .map(variable -> of(variable, values))
                .collect(Collectors.toSet());
        if (answers.contains(YES)) {
            return YES;
        }
        return answers.contains(UNKNOWN) ? UNKNOWN : NO;
    }

    /// Whether the insurer has found out about any of these drugs what a code says (保険者再確認).
    public static boolean isCorrected(CheckupValues values, String code) {
        return QUESTIONS.values().stream()
                .anyMatch(question ->
                        answer(question.text("correction_item"), values).equals(code));
    }

    /// The questions about drugs that the insurer may ask again, each once, rows of the variables of the rules.
    static List<Row> questionsAboutDrugs() {
        return QUESTIONS.values().stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(row -> row.text("item_codes")))
                .toList();
    }

    /// The items that are looked at for it.
    public static List<String> items() {
        return QUESTIONS.values().stream()
                .flatMap(question -> Stream.of(question.text("item_codes"), question.text("correction_item")))
                .distinct()
                .sorted()
                .toList();
    }

    private static String answer(String item, CheckupValues values) {
        return Items.shipped()
                .find(item)
                .map(values::get)
                .filter(value -> value.state().isValue())
                .map(value -> value.text())
                .orElse("");
    }
}
