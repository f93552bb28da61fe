package org.tsunagu.checkupformat.problems;

import java.util.List;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// Who sends what to whom (種別コード・別表1), `exchange-kinds.tsv`.
final class ExchangeKinds {

    private static final String ROOT = "1.2.392.200119.6.";
    private static final String YES = "1";

    private static final ExchangeKinds SHIPPED = new ExchangeKinds(
            Table.read("problems/exchange-kinds", ExchangeKinds.class.getResourceAsStream("exchange-kinds.tsv")));

    private final List<Row> rows;

    private ExchangeKinds(Table table) {
        this.rows = table.rows();
    }

    static ExchangeKinds shipped() {
        return SHIPPED;
    }

    /// Whether a kind goes from such a sender to such a receiver. An undefined kind fits nobody.
    boolean fits(String kind, Field senderRoot, Field receiverRoot) {
        return rows.stream()
                .filter(row -> row.text("kind").equals(kind))
                .anyMatch(row -> isParty(row.text("sender"), senderRoot)
                        && (receiverRoot.isEmpty()
                                ? row.text("receiver_may_be_omitted").equals(YES)
                                : isParty(row.text("receiver"), receiverRoot)));
    }

    /// Whether the names of files in DATA are free.
    boolean hasFreeNames(String kind) {
        return rows.stream()
                .anyMatch(row -> row.text("kind").equals(kind)
                        && row.text("free_file_names").equals(YES));
    }

    /// Who returned the settlement files of such an archive, `agency` or `insurer`; empty when it is no return.
    String returnedBy(String kind) {
        return rows.stream()
                .filter(row -> row.text("kind").equals(kind))
                .map(row -> row.text("result"))
                .findFirst()
                .orElse("");
    }

    private static boolean isParty(String suffix, Field root) {
        return suffix.isEmpty() || root.text().equals(ROOT + suffix);
    }
}
