package org.tsunagu.fhir.checkup;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// Why a result has no value (値のない理由), `absence.tsv`.
final class Absence {

    /// Tried, but no value could be had (測定不可能).
    static final String NOT_MEASURABLE = "NI";

    private static final String NOT_PERFORMED = "not-performed";
    private static final Map<String, Row> BY_FLAVOR = new HashMap<>();
    private static final Map<String, Row> BY_REASON = new HashMap<>();

    static {
        for (var row : Table.read("checkup/absence", Absence.class.getResourceAsStream("absence.tsv"))
                .rows()) {
            BY_REASON.put(row.text("reason"), row);
            BY_FLAVOR.put(row.text("null_flavor"), row);
        }
    }

    private Absence() {}

    /// Not performed (未実施), the row without a null flavor.
    static CodeableConcept notPerformed() {
        return concept("");
    }

    /// The reason for a null flavor; that of NI for one FHIR has no code for.
    static CodeableConcept concept(String flavor) {
        var known = BY_FLAVOR.get(flavor);
        var row = known == null ? Objects.requireNonNull(BY_FLAVOR.get(NOT_MEASURABLE)) : known;
        var name = row.text("name_ja");
        var concept = Systems.concept("ABSENT", row.text("reason"));
        return concept.setText(name.isEmpty() ? row.text("reason") : name);
    }

    static boolean isNotPerformed(CodeableConcept reason) {
        return Systems.code(reason, "ABSENT").equals(NOT_PERFORMED);
    }

    /// The null flavor of a reason; NI for one that is not in the table.
    static String flavor(CodeableConcept reason) {
        var row = BY_REASON.get(Systems.code(reason, "ABSENT"));
        return row == null ? NOT_MEASURABLE : row.text("null_flavor");
    }
}
