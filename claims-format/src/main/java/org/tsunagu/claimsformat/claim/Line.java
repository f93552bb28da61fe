package org.tsunagu.claimsformat.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// One act, drug, material or fee of a claim (明細行). FileRows of a billing unit (算定単位) carry the
/// points together: they stand on its last row, and the rows before it have none.
///
/// @param sequence from 1; lines that the review body added come last
/// @param record for example `SI`, `IY`, `TO`, `SS`, `CZ`, `KI`, `KA`, `GT`, `CD`
/// @param careClass resolved through inheritance (診療識別); for dispensing the form of the prescription
///     (剤形); empty for nursing
/// @param code nine digits; empty where the record has none
/// @param quantity of a drug or material: per day or time; exact
/// @param points of one time; 0 on rows before the last of a unit
/// @param times how often (回数); for supplies of a prescription the days or times handed out
/// @param payers who is charged
/// @param counting how the points enter the sum of the claim
/// @param unit number of the billing unit in the claim; for dispensing, of the prescription
/// @param date of the prescription (CZ), of the act (CD, KA); empty elsewhere
/// @param fileLine line of the file
public record Line(
        int sequence,
        String record,
        String careClass,
        String code,
        Optional<BigDecimal> quantity,
        long points,
        int times,
        PayerMask payers,
        Counting counting,
        int unit,
        Optional<LocalDate> date,
        int fileLine) {

    /// Points times times, without a sign (点数×回数).
    public long total() {
        return points * times;
    }

    /// What the line adds to the sum of the claim: negative for a deduction, 0 for what is not counted.
    public long counted() {
        return switch (counting) {
            case ADDED -> total();
            case DEDUCTED -> -total();
            case MEAL_YEN, NOT_COUNTED -> 0;
        };
    }

    /// How a line enters the sum of its claim (合計への入り方).
    public enum Counting {
        /// Points, or yen of nursing, are added.
        ADDED,
        /// The points are cut from the sum (減点).
        DEDUCTED,
        /// Care class 97: yen of meals and of the standard burden, not points.
        MEAL_YEN,
        /// Described for information: bundled services, organ donors.
        NOT_COUNTED
    }
}
