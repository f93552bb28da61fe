package org.tsunagu.claimsformat.claim;

import java.time.LocalDate;
import java.util.Optional;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.text.Widths;

/// Whom a claim is about (患者), as the claim says. The texts are kept as they were written; the methods ending in
/// `ForMatching` give the form for comparing. Its text form names nobody.
///
/// @param insurerNumber as written without padding; the first public payer's number when there is no insurance
/// @param symbol of the insured person's card, often full width
/// @param number of the insured person's card; the recipient's number when there is no insurance
/// @param branch two digits from care month 2021-09, else empty
/// @param kana name in full-width kana, else empty
public record Person(
        String insurerNumber,
        String symbol,
        String number,
        String branch,
        Optional<Sex> sex,
        Optional<LocalDate> birth,
        String name,
        String kana) {

    /// The symbol in half width without spaces.
    public String symbolForMatching() {
        return Widths.forMatching(symbol);
    }

    /// The number in half width without spaces.
    public String numberForMatching() {
        return Widths.forMatching(number);
    }

    /// The name without spaces, compatible characters folded.
    public String nameForMatching() {
        return Widths.forMatching(name);
    }

    /// The kana in full width without spaces, with the long-vowel mark in its regular form.
    public String kanaForMatching() {
        return Widths.forMatching(kana)
                .replace('\u2015', 'ー')
                .replace('\uff0d', 'ー')
                .replace('-', 'ー');
    }

    @Override
    public String toString() {
        return "Person";
    }
}
