package org.tsunagu.app.settlement;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tsunagu.codes.table.Basis;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// What must hold for a claim to be paid (点検項目), with the reason it is returned for otherwise, `claim-rules.tsv`. Of
/// several that do not hold, the first gives the reason.
public enum Rule {
    INSURER,
    ONCE,
    PERSON,
    COVERED,
    TICKET,
    TICKET_OWNER,
    TICKET_KIND,
    TICKET_VALID,
    TICKET_CHARGE,
    RETURNED,
    FORM,
    ARITHMETIC,
    RESULT,
    RESULT_TAKEN,
    PAIR,
    COMPLETE,
    CONTRACT,
    PRICE,
    CHARGE,
    COURSE,
    SHARE;

    private static final Map<Rule, Row> ROWS = rows();

    private static Map<Rule, Row> rows() {
        var rows = new EnumMap<Rule, Row>(Rule.class);
        Table.read("settlement/claim-rules", Rule.class.getResourceAsStream("claim-rules.tsv"))
                .rows()
                .forEach(row -> rows.put(valueOf(row.key()), row));
        return rows;
    }

    private Row row() {
        return Objects.requireNonNull(ROWS.get(this), "a rule without a row");
    }

    /// Code of 別表10.
    public String reason() {
        return row().text("reason");
    }

    /// Checks of the reception whose findings speak against it.
    List<String> checks() {
        return List.of(row().text("checks").split(","));
    }

    /// Where it is written, and how certain that is.
    public Basis basis() {
        return row().basis();
    }
}
