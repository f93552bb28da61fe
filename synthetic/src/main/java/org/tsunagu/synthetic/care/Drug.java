package org.tsunagu.synthetic.care;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tsunagu.codes.table.Row;

/// A medicine of the invented master (医薬品), a row of `drugs.tsv`. The first seven digits of its
/// price-list code tell the ingredient, as in the official one.
///
/// @param perDay smallest units of a day, or of one time of an external medicine
public record Drug(
        String id,
        String code,
        String name,
        String priceListCode,
        int form,
        String unit,
        BigDecimal price,
        int perDay,
        boolean isGeneric) {

    private static final int INGREDIENT = 7;
    private static final BigDecimal YEN_A_POINT = BigDecimal.TEN;

    static Drug of(Row row) {
        return new Drug(
                row.key(),
                row.text("code"),
                row.text("name"),
                row.text("price_list_code"),
                row.integer("form"),
                row.text("unit"),
                row.decimal("price").orElseThrow(),
                row.integer("per_day"),
                row.integer("generic") == 1);
    }

    /// The key that brands and generics of an ingredient share (成分).
    public String ingredient() {
        return priceListCode.substring(0, INGREDIENT);
    }

    /// Whether it is swallowed (内用薬).
    public boolean isInternal() {
        return form == 1;
    }

    /// Yen of a day.
    public BigDecimal dailyYen() {
        return price.multiply(BigDecimal.valueOf(perDay));
    }

    /// Points of an amount in yen: a tenth, a half rounded down, at least one (五捨五超入).
    public static long points(BigDecimal yen) {
        return Math.max(1, yen.divide(YEN_A_POINT, 0, RoundingMode.HALF_DOWN).longValueExact());
    }
}
