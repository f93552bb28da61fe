package org.tsunagu.app.api.web;

import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;

/// Notes what programs see and change (連携による閲覧・操作の記録), before it is answered.
@Component
class Looks {

    private static final String PURPOSE = "api";
    private static final String PLACE = "/api/v1";

    private final Audit audit;

    Looks(Audit audit) {
        this.audit = audit;
    }

    /// People on a list; each person once.
    <T> void listed(String dataClass, List<T> rows, ToLongFunction<T> member) {
        audit.note(rows.stream()
                .mapToLong(member)
                .filter(id -> id != 0)
                .distinct()
                .mapToObj(id -> look(Look.Kind.LIST, id, dataClass, ""))
                .toList());
    }

    /// One person, or 0 for none.
    void at(Look.Kind kind, long memberId, String dataClass, String detail) {
        audit.note(look(kind, memberId, dataClass, detail));
    }

    private static Look look(Look.Kind kind, long memberId, String dataClass, String detail) {
        return new Look(kind, dataClass, memberId, PURPOSE, Look.OWN_WORK, PLACE, detail);
    }
}
