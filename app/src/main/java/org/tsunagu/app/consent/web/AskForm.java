package org.tsunagu.app.consent.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.app.ui.TypedDate;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.legal.LegalTables;
import org.tsunagu.rules.legal.Question;

/// The form "who asks whom for what about a person of which age on which day" (根拠を調べる入力).
final class AskForm {

    private static final List<String> FIELDS = List.of("requester", "holder", "data", "age", "day");
    private static final String AGES = "[0-9]{1,3}";

    private AskForm() {}

    static Typed fresh(Clock clock) {
        return Typed.fresh(Map.of(
                "requester", "HEALTH_UNION",
                "holder", "EMPLOYER",
                "data", "EMPLOYER_CHECKUP",
                "age", "",
                "day", LocalDate.now(clock).toString()));
    }

    static Typed read(Map<String, String> fields, Clock clock) {
        var form = Typed.of(FIELDS, fields);
        known(form, "requester", LegalTables.shipped().parties());
        known(form, "holder", LegalTables.shipped().parties());
        known(form, "data", LegalTables.shipped().classes());
        form.require(form.of("age").matches(AGES), "age", "consent.problem.age");
        form.dayNeeded("day");
        return form;
    }

    /// One of the choices.
    static void known(Typed form, String field, Table table) {
        form.require(
                table.rows().stream().map(Row::key).anyMatch(form.of(field)::equals), field, "consent.problem.choice");
    }

    static Question question(Typed form) {
        return new Question(
                form.of("requester"),
                form.of("holder"),
                form.of("data"),
                "",
                Integer.parseInt(form.of("age")),
                TypedDate.read(form.of("day")).orElseThrow());
    }
}
