package org.tsunagu.app.exchange.handover;

import java.util.Optional;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// What is handed over to whom (引継ぎの種類), a row of `handover-kinds.tsv`.
public enum HandoverKind {
    /// To the next insurer (次の保険者へ).
    INSURER,
    /// To the wide-area union (広域連合へ).
    UNION,
    /// For viewing by the person and by doctors (閲覧用の登録).
    VIEW_REGISTER,
    /// Takes back what was registered (閲覧用の削除).
    VIEW_DELETE;

    private static final Table TABLE =
            Table.read("exchange/handover-kinds", HandoverKind.class.getResourceAsStream("handover-kinds.tsv"));

    /// The row of the table.
    public Row row() {
        return TABLE.rows().stream()
                .filter(one -> one.key().equals(name()))
                .findFirst()
                .orElseThrow();
    }

    /// How sure it is that files of this kind are as receivers want them.
    public Certainty certainty() {
        return row().basis().certainty();
    }

    /// Whether it goes to the system by which the person and doctors look at results.
    public boolean isView() {
        return this == VIEW_REGISTER || this == VIEW_DELETE;
    }

    /// The kind of data that a result is, of `legal/data-classes`: what was examined under 40 is an
    /// employer's checkup.
    ///
    /// @param age at the end of the fiscal year of the checkup
    String data(int age) {
        return row().text(age < row().integer("adult_age") ? "data_under_40" : "data");
    }

    /// The kind of data that a record of guidance is; empty where none is handed over.
    Optional<String> guidance() {
        return Optional.of(row().text("data_guidance")).filter(data -> !data.isEmpty());
    }

    /// The one of a name.
    public static Optional<HandoverKind> of(String name) {
        return java.util.Arrays.stream(values())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }
}
