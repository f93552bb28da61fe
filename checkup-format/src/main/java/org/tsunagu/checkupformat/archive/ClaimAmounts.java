package org.tsunagu.checkupformat.archive;

import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.Field;

/// What one settlement file adds to the summary (決済情報の金額), in yen.
///
/// @param unit 単価合計 (cc08) or 算定金額 (gc08)
/// @param payment 窓口支払
/// @param otherProgram 他健診負担額
/// @param claim 請求金額
public record ClaimAmounts(long unit, long payment, long otherProgram, long claim) {

    static final ClaimAmounts NONE = new ClaimAmounts(0, 0, 0, 0);

    private static final long LARGEST = 999_999_999;

    /// @throws IllegalArgumentException if an amount is negative or does not fit the nine digits of the summary
    public ClaimAmounts {
        if (Math.min(Math.min(unit, payment), Math.min(otherProgram, claim)) < 0
                || Math.max(Math.max(unit, payment), Math.max(otherProgram, claim)) > LARGEST) {
            throw new IllegalArgumentException(
                    "amounts from 0 to %d, not %d, %d, %d, %d".formatted(LARGEST, unit, payment, otherProgram, claim));
        }
    }

    /// The amounts of a settlement file that can be written; an absent amount is nothing.
    static ClaimAmounts of(Claim claim) {
        return new ClaimAmounts(
                yen(claim.unitAmount()),
                yen(claim.paymentAmount()),
                yen(claim.paymentByOtherProgram()),
                yen(claim.claimAmount()));
    }

    private static long yen(Field amount) {
        return amount.isEmpty() ? 0 : Long.parseLong(amount.text());
    }

    ClaimAmounts plus(ClaimAmounts other) {
        return new ClaimAmounts(
                unit + other.unit, payment + other.payment, otherProgram + other.otherProgram, claim + other.claim);
    }
}
