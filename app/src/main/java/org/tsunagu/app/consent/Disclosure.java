package org.tsunagu.app.consent;

import java.time.OffsetDateTime;
import java.util.List;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.legal.Why;

/// A decision about giving data of one person, as it stands in the ledger (提供の記録).
///
/// @param id 0 for somebody who is no member here: then nothing is written but the entry of the audit
/// @param age on the day of the request
/// @param ground row of `legal/legal-basis` it rests on; empty when there is none
/// @param consentId the entry of the consent ledger it rests on; 0 when none was needed or there is none
/// @param disasterId the disaster in which it was given without consent; 0 for none
/// @param reasons what the law says; empty when it is read from the ledger
public record Disclosure(
        long id,
        long memberId,
        Transfer transfer,
        int age,
        Why why,
        String ground,
        long consentId,
        long disasterId,
        Certainty certainty,
        String staffName,
        OffsetDateTime at,
        List<Reason> reasons) {

    /// Whether the data may leave.
    public boolean isAllowed() {
        return why.isAllowed();
    }
}
