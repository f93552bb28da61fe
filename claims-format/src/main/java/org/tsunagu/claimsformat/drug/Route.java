package org.tsunagu.claimsformat.drug;

import java.util.Optional;
import org.tsunagu.codes.table.Table;

/// How a drug gets into the body (投与経路), by digits 5 to 7 of the price-list code, `drug-routes.tsv`.
public enum Route {
    INTERNAL,
    INJECTION,
    /// External and dental drugs.
    EXTERNAL;

    private static final int FROM = 4;
    private static final int TO = 7;
    private static final Table TABLE =
            Table.read("drug/drug-routes", Route.class.getResourceAsStream("drug-routes.tsv"));

    /// The route of a price-list code; empty when the code is too short or its digits are none.
    public static Optional<Route> of(String priceListCode) {
        if (priceListCode.length() < TO) {
            return Optional.empty();
        }
        var digits = priceListCode.substring(FROM, TO);
        return TABLE.rows().stream()
                .filter(row -> row.text("from").compareTo(digits) <= 0 && digits.compareTo(row.text("to")) <= 0)
                .map(row -> valueOf(row.text("constant")))
                .findFirst();
    }
}
