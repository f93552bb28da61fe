package org.tsunagu.app.tickets;

import java.time.LocalDate;
import java.util.List;

/// On which terms tickets of a year are issued (受診券・利用券の発行条件). Changed terms are a new version.
///
/// @param kind digit of the kind of ticket
/// @param coordinator of the collective contract (契約とりまとめ機関); empty for none
/// @param agency number of the payment agency (支払代行機関番号); empty for none
/// @param address and `phone` of the insurer, as printed
public record Terms(
        long id,
        int fiscalYear,
        TicketKind.Family family,
        String kind,
        LocalDate validUntil,
        Contract contract,
        String coordinator,
        String agency,
        String address,
        String phone,
        List<Charge> charges,
        String staffName) {

    /// Under which contract (契約の種類).
    public enum Contract {
        /// Collective contract A (集合契約A).
        COLLECTIVE_A,
        /// Collective contract B (集合契約B).
        COLLECTIVE_B,
        /// A contract with single providers (個別契約).
        INDIVIDUAL
    }
}
