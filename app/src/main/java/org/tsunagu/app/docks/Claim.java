package org.tsunagu.app.docks;

import java.time.LocalDate;
import java.util.Optional;

/// A claim for the fee of a human dock, with what was decided (補助の申請).
///
/// @param name of the member
/// @param state ACCEPTED, REFUSED or CANCELLED
/// @param limit yen of the limit it was decided under; 0 when none applied
/// @param paidOn empty until it is paid
public record Claim(
        long id,
        long memberId,
        String name,
        LocalDate examDay,
        int fiscalYear,
        String facility,
        int fee,
        LocalDate filedOn,
        String state,
        Reimbursement.Reason reason,
        int yen,
        int limit,
        Optional<LocalDate> paidOn,
        String cancelNote,
        String staffName) {

    /// Whether it is still to be paid.
    public boolean isToPay() {
        return state.equals("ACCEPTED") && paidOn.isEmpty();
    }
}
