package org.tsunagu.letters.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tsunagu.codes.item.Answers;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.band.Bands;
import org.tsunagu.rules.value.VariableTable;

/// Which results the notice shows, in which order (通知に載せる項目), `notice-items.tsv`; item codes, units and official
/// values come from the tables of the rules.
public final class NoticeItems {

    private static final Table TABLE =
            Table.read("notice/notice-items", NoticeItems.class.getResourceAsStream("notice-items.tsv"));
    private static final VariableTable VARIABLES = new VariableTable(List.of());
    private static final Table THRESHOLDS = Bands.table(List.of());
    private static final Map<String, String> OPPOSITE = Map.of("ge", "lt", "gt", "le", "le", "gt", "lt", "ge");

    private NoticeItems() {}

    /// The variables shown of a checkup, in order.
    public static List<String> of(Examinee examinee) {
        return TABLE.on(examinee.examDate()).stream()
                .map(row -> row.text("variable"))
                .toList();
    }

    /// The unit as printed; empty for none.
    public static String unit(String variable) {
        return VARIABLES.row(variable).text("unit").replace("m2", "m²");
    }

    /// The items a variable is read from, the preferred first.
    public static Stream<Item> items(String variable) {
        return Stream.of(VARIABLES.row(variable).text("item_codes").split(","))
                .flatMap(code -> Items.shipped().find(code).stream());
    }

    /// The range in which nothing needs to be done, as comparison and value; none where no value is official.
    public static Optional<Limit> reference(String variable, Examinee examinee) {
        return THRESHOLDS.on(examinee.examDate()).stream()
                .filter(row -> row.text("variable").equals(variable) && isFor(row, examinee))
                .findFirst()
                .flatMap(row -> Optional.ofNullable(OPPOSITE.get(row.text("guidance_op")))
                        .map(op -> new Limit(op, row.text("guidance_value"))));
    }

    /// Urine tests have signs for their codes: those below the official value; none for numbers.
    public static Optional<String> signs(String variable, Examinee examinee, String column) {
        var answers = items(variable)
                .findFirst()
                .map(item -> Answers.shipped().of(item.codeSystem()))
                .orElse(List.of());
        return reference(variable, examinee)
                .filter(limit -> limit.operator().equals("lt") && !answers.isEmpty())
                .map(limit -> answers.stream()
                        .filter(row -> row.text("code").compareTo(limit.value()) < 0)
                        .map(row -> row.text(column))
                        .collect(Collectors.joining(" ")));
    }

    private static boolean isFor(Row row, Examinee examinee) {
        return row.text("sex").isEmpty()
                || row.text("sex").equals(examinee.sex().code());
    }

    /// A comparison with a value.
    public record Limit(String operator, String value) {}
}
