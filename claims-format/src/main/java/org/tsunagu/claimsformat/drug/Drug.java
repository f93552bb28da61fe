package org.tsunagu.claimsformat.drug;

import java.util.Optional;
import org.tsunagu.claimsformat.master.Field;
import org.tsunagu.claimsformat.master.MasterRow;

/// A drug of the master (医薬品).
///
/// @param priceListCode 12 characters (薬価基準収載医薬品コード); of a brand that is not listed itself
///     that of its group, never the YJ code; may be empty
/// @param isGeneric 後発医薬品
public record Drug(String code, String name, String priceListCode, Optional<Form> form, boolean isGeneric) {

    private static final int INGREDIENT = 7;
    private static final int THERAPEUTIC_CLASS = 4;

    /// Reads a row of the drug master.
    public static Drug of(MasterRow row) {
        return new Drug(
                row.code(),
                row.name(),
                row.text(Field.PRICE_LIST_CODE),
                Form.of(row.text(Field.FORM)),
                row.text(Field.GENERIC).equals("1"));
    }

    /// What unites brand and generics of one ingredient and route (成分): seven characters of the
    /// price-list code, or the drug's own code when it has none.
    public String ingredient() {
        return priceListCode.length() < INGREDIENT ? code : priceListCode.substring(0, INGREDIENT);
    }

    /// The therapeutic class (薬効分類), four digits; empty when there is no price-list code.
    public String therapeuticClass() {
        return priceListCode.length() < THERAPEUTIC_CLASS ? "" : priceListCode.substring(0, THERAPEUTIC_CLASS);
    }

    /// How it gets into the body; empty when there is no price-list code.
    public Optional<Route> route() {
        return Route.of(priceListCode);
    }
}
