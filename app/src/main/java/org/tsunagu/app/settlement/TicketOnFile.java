package org.tsunagu.app.settlement;

import java.util.List;
import java.util.Set;
import org.tsunagu.app.tickets.Ticket;

/// A ticket of a claim as the ledger has it (発行台帳の受診券・利用券).
///
/// @param memberId its owner
/// @param serves what it may be used for
/// @param problem why it may not be used on the day of the service, in the words of the ledger; empty when it may
/// @param charges what its owner pays, by part; a part that is not there is not said
record TicketOnFile(long memberId, Set<Service> serves, String problem, List<Charge> charges) {

    /// Whether it was over on that day.
    boolean isExpired() {
        return problem.equals(Ticket.Invalid.EXPIRED.name());
    }
}
