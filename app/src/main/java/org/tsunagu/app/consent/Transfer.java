package org.tsunagu.app.consent;

import java.time.LocalDate;

/// Data of people that one party asks another one for (情報提供の請求): decided upon before anything
/// leaves.
///
/// @param dataClass of `legal/data-classes`
/// @param purpose what the data are for, of `legal/purposes`
/// @param requested the day of the request, by which the ground is looked up
/// @param reference where it is done, for example `exchange/12`
public record Transfer(
        Side requester, Side holder, String dataClass, String purpose, LocalDate requested, String reference) {

    /// One of the two (当事者).
    ///
    /// @param party its kind, of `legal/parties`
    /// @param name of the organisation; empty when only the kind is known
    /// @param number of an insurer, eight digits; empty for others
    public record Side(String party, String name, String number) {

        /// Without a number.
        public Side(String party, String name) {
            this(party, name, "");
        }
    }
}
