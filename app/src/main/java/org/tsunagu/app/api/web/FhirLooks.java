package org.tsunagu.app.api.web;

import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Purpose;
import org.tsunagu.app.api.Refused;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;

/// Notes what FHIR clients see and for what (FHIRによる閲覧の記録), before it is answered.
@Component
class FhirLooks {

    private static final String PLACE = "/fhir";

    private final Audit audit;

    FhirLooks(Audit audit) {
        this.audit = audit;
    }

    /// The purpose as the ledger has it: a key of `purposes.tsv`, and words after a colon.
    ///
    /// @throws Refused when none is stated
    String purpose(String header) {
        var parts = header.split(":", 2);
        return Purpose.stated(parts[0].strip(), parts.length < 2 ? "" : parts[1])
                .orElseThrow(() -> Refused.field("X-Purpose"));
    }

    /// People on a list; each person once.
    <T> void listed(String purpose, String dataClass, List<T> rows, ToLongFunction<T> member) {
        audit.note(rows.stream()
                .mapToLong(member)
                .distinct()
                .mapToObj(id -> new Look(Look.Kind.LIST, dataClass, id, purpose, Look.OWN_WORK, PLACE, ""))
                .toList());
    }

    /// One person.
    void at(String purpose, long memberId, String dataClass, String detail) {
        audit.note(new Look(Look.Kind.VIEW, dataClass, memberId, purpose, Look.OWN_WORK, PLACE, detail));
    }
}
