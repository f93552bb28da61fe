package org.tsunagu.app.guidance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tsunagu.checkupformat.document.GuidanceCourse.Outcomes;
import org.tsunagu.checkupformat.document.GuidanceCourse.Session;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.guidance.Form;
import org.tsunagu.rules.guidance.Support;
import org.tsunagu.rules.guidance.SupportKind;

/// The codes of documents about guidance in the words of the rules (文書のコードの読み替え), by `received-forms.tsv`,
/// `received-outcomes.tsv` and the table of points.
final class DocumentCodes {

    private static final String BODY = "waist_weight";
    /// In the order of [Outcomes#all()].
    private static final List<String> ROLES = List.of(BODY, "diet", "exercise", "smoking", "rest", "other");

    private static final String NOT_REACHED = "0";

    private static final Table FORMS = table("received-forms");
    private static final Table OUTCOMES = table("received-outcomes");

    private DocumentCodes() {}

    private static Table table(String name) {
        return Table.read("guidance/" + name, DocumentCodes.class.getResourceAsStream(name + ".tsv"));
    }

    /// How an interview was held; empty for a code that the table does not have on that day.
    static Optional<Form> form(Session session, LocalDate day) {
        return FORMS.on(day).stream()
                .filter(row -> row.text("code_system").equals(session.formSystem())
                        && row.text("code").equals(session.form()))
                .map(row -> Form.valueOf(row.text("form")))
                .findFirst();
    }

    /// The item of the table of points for the checkup that a support is; empty for none.
    static Optional<String> item(Session session, LocalDate checkup) {
        return EventOfEntry.items(checkup, SupportKind.PROCESS).stream()
                .filter(row -> row.text("code_system").equals(session.formSystem())
                        && Arrays.asList(row.text("code").split(";")).contains(session.form()))
                .map(row -> row.text("item"))
                .findFirst();
    }

    /// The goals of a plan.
    static List<String> goals(Outcomes planned, LocalDate checkup) {
        return rows(planned, checkup).stream().map(row -> row.text("goal")).toList();
    }

    /// The items of the habits that were kept.
    static List<String> habits(Outcomes reached, LocalDate checkup) {
        return rows(reached, checkup).stream()
                .filter(row -> !row.text("role").equals(BODY))
                .map(row -> row.text("item"))
                .toList();
    }

    private static List<Row> rows(Outcomes outcomes, LocalDate checkup) {
        var codes = outcomes.all();
        var found = new ArrayList<Row>();
        for (var row : OUTCOMES.on(checkup)) {
            var place = ROLES.indexOf(row.text("role"));
            if (place >= 0 && codes.get(place).equals(row.text("code"))) {
                found.add(row);
            }
        }
        return found;
    }

    /// The code of what waist and weight have reached; empty where documents have no such code.
    static Optional<String> waistWeight(List<Support> steps, LocalDate checkup) {
        var rows = OUTCOMES.on(checkup).stream()
                .filter(row -> row.text("role").equals(BODY))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.stream()
                        .filter(row ->
                                steps.stream().anyMatch(step -> step.item().equals(row.text("item"))))
                        .map(row -> row.text("code"))
                        .findFirst()
                        .orElse(NOT_REACHED));
    }
}
