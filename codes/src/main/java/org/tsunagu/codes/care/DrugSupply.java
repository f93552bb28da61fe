package org.tsunagu.codes.care;

import java.time.LocalDate;
import java.util.Set;

/// A drug handed out or given once (処方・調剤の一件).
///
/// @param code nine digits of the drug master (医薬品コード)
/// @param ingredient first seven characters of the price-list code, which unite brands of one ingredient and form; the
///     nine-digit code where the master has none
/// @param groups keys of the groups of drugs it belongs to (`drug-groups.tsv`), for example `DM`, `HT`; may be empty
/// @param prescriber code of the institution that prescribed; for medical claims the institution itself
/// @param from first day, or the first day of the month when the claim names no day
/// @param days days the supply lasts (投与日数); 0 for one that is not counted in days
public record DrugSupply(
        String code,
        String ingredient,
        Set<String> groups,
        String prescriber,
        DrugForm form,
        LocalDate from,
        int days) {

    /// Copies the groups.
    public DrugSupply {
        groups = Set.copyOf(groups);
        if (days < 0) {
            throw new IllegalArgumentException("days of a supply are 0 or more, not " + days);
        }
    }

    /// The therapeutic class (薬効分類): the first four characters; empty when the drug has no price-list code.
    public String therapeuticClass() {
        return ingredient.length() == 7 ? ingredient.substring(0, 4) : "";
    }
}
