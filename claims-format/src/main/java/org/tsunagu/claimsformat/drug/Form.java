package org.tsunagu.claimsformat.drug;

import java.util.Optional;
import org.tsunagu.codes.table.Table;

/// The form of a drug in the master (剤形), `drug-forms.tsv`.
public enum Form {
    INTERNAL,
    OTHER,
    INJECTION,
    EXTERNAL,
    DENTAL;

    private static final Table TABLE = Table.read("drug/drug-forms", Form.class.getResourceAsStream("drug-forms.tsv"));

    /// The form of a code of the master; empty for another code.
    public static Optional<Form> of(String code) {
        return TABLE.rows().stream()
                .filter(row -> row.text("code").equals(code))
                .map(row -> valueOf(row.text("constant")))
                .findFirst();
    }
}
