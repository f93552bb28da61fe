package org.tsunagu.checkupformat.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.tsunagu.codes.table.Table;

/// The numbers of settlement (決済の計算規則), `settlement-rules.tsv`.
final class SettlementRules {

    private static final Map<String, String> VALUES = values();

    /// How many digits amounts and rates of a ticket have.
    static final int TICKET_DIGITS = Integer.parseInt(Objects.requireNonNull(VALUES.get("ticket_digits")));

    /// What the rate of a ticket is divided by.
    static final BigDecimal TICKET_RATE = new BigDecimal(VALUES.get("ticket_rate_divisor"));

    /// What the payment rate of guidance is divided by.
    static final BigDecimal PAYMENT_RATE = new BigDecimal(VALUES.get("payment_rate_divisor"));

    /// How parts of a yen are rounded (端数処理).
    static final RoundingMode ROUNDING = RoundingMode.valueOf(VALUES.get("rounding"));

    private SettlementRules() {}

    private static Map<String, String> values() {
        var values = new HashMap<String, String>();
        Table.read("settlement/settlement-rules", SettlementRules.class.getResourceAsStream("settlement-rules.tsv"))
                .rows()
                .forEach(row -> values.put(row.key(), row.text("value")));
        return values;
    }

    /// An amount times a fraction, in whole yen.
    static long part(long yen, BigDecimal numerator, BigDecimal denominator) {
        return BigDecimal.valueOf(yen)
                .multiply(numerator)
                .divide(denominator, 0, ROUNDING)
                .longValueExact();
    }
}
