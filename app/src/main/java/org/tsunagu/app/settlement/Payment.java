package org.tsunagu.app.settlement;

import java.time.YearMonth;

/// One line of what is paid in a month (支払明細).
///
/// @param facilityName as the contract calls it; empty without one
/// @param contract GROUP or INDIVIDUAL; empty without one
/// @param yen negative when an earlier line is taken back
/// @param isTakenBack whether a later line takes it back
public record Payment(
        long id,
        long claimId,
        long memberId,
        String name,
        YearMonth month,
        Kind kind,
        String facility,
        String facilityName,
        String contract,
        Service service,
        String stage,
        String ticket,
        long yen,
        boolean isTakenBack) {

    /// What kind of line it is.
    public enum Kind {
        PAYMENT,
        /// 過誤: what was to be paid, or was paid, is taken back.
        TAKE_BACK
    }
}
