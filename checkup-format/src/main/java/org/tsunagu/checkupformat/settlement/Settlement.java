package org.tsunagu.checkupformat.settlement;

import java.util.ArrayList;
import java.util.List;

/// The settlement of one checkup (決済の計算): what the person pays, what other programmes bear, and what is
/// claimed from the insurer. Yen; the three together are the price, none is negative.
///
/// What other programmes bear is used up by the first category, the rest is carried over to the next.
///
/// @param shares by category, in the order given
/// @param price 単価合計
/// @param payment 窓口支払合計
/// @param otherProgramme 他健診負担額 as far as there was a price to bear
/// @param claim 請求金額
public record Settlement(List<Share> shares, long price, long payment, long otherProgramme, long claim) {

    /// One category of a checkup (健診区分): basic, detailed, additional; or a ningen dock, which stands alone.
    ///
    /// @param price sum of the unit prices
    public record Category(long price, Burden burden) {}

    /// What is paid for one category (区分別の負担).
    ///
    /// @param payment of the person
    /// @param otherProgramme of other programmes
    /// @param claim of the insurer
    public record Share(long price, long payment, long otherProgramme, long claim) {}

    /// Settles categories in the order basic, detailed, additional.
    ///
    /// @param otherProgramme what other programmes bear of all of them
    /// @throws IllegalArgumentException if an amount is negative
    public static Settlement of(List<Category> categories, long otherProgramme) {
        if (otherProgramme < 0) {
            throw new IllegalArgumentException("other programmes bear %d".formatted(otherProgramme));
        }
        var shares = new ArrayList<Share>();
        var left = otherProgramme;
        for (var category : categories) {
            if (category.price() < 0) {
                throw new IllegalArgumentException("price of %d".formatted(category.price()));
            }
            var borne = Math.min(left, category.price());
            var open = category.price() - borne;
            var payment = category.burden().of(open);
            shares.add(new Share(category.price(), payment, borne, open - payment));
            left -= borne;
        }
        return new Settlement(
                List.copyOf(shares),
                shares.stream().mapToLong(Share::price).sum(),
                shares.stream().mapToLong(Share::payment).sum(),
                shares.stream().mapToLong(Share::otherProgramme).sum(),
                shares.stream().mapToLong(Share::claim).sum());
    }
}
