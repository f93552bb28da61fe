package org.tsunagu.app.intake;

import java.util.List;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.checkupformat.document.Claim;

/// Settlement files of a delivery (決済情報の受付). Announced within the transaction that has read them, and again when a
/// reading that was killed begins anew: the same files are then the same claims.
public record ClaimsReceived(InsurerId insurer, long deliveryId, List<Received> claims) {

    /// A settlement file.
    ///
    /// @param entry its path in the archive
    /// @param memberId whose number, birth and sex it has; 0 for nobody's
    public record Received(String entry, Claim claim, long memberId) {}
}
