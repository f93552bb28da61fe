package org.tsunagu.app.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagu.app.guidance.CourseDue;
import org.tsunagu.app.intake.Document;
import org.tsunagu.app.intake.ReceivedDocuments.Finding;

/// Everything a claim is checked against (点検の材料).
///
/// @param insurerNumber ours
/// @param result the document that goes with the claim
/// @param findings of the claim's own file
/// @param resultFindings of the document
/// @param isCovered whether the person was insured here on the day
/// @param missing groups of basic items that the result lacks; empty when it is not kept as a result
/// @param hasLedger whether tickets of that year were issued here, so that the ledger can be looked into
/// @param ticket as the ledger has it; empty when it does not
/// @param course of guidance that was recorded here; empty for none
/// @param contracts all with the facility
/// @param paidClaim the claim that the same was paid for already; 0 for none
record Known(
        FacilityClaim claim,
        String insurerNumber,
        Optional<Document> result,
        List<Finding> findings,
        List<Finding> resultFindings,
        boolean isCovered,
        Optional<List<String>> missing,
        boolean hasLedger,
        Optional<TicketOnFile> ticket,
        Optional<CourseDue> course,
        List<Contract> contracts,
        long paidClaim) {

    Optional<LocalDate> day() {
        return claim.day();
    }

    /// Contracts in force on the day for this service.
    List<Contract> inForce() {
        return contracts.stream().filter(contract -> contract.isFor(claim)).toList();
    }

    /// The contract that the claim is judged by: of several the one whose prices it has.
    Optional<Contract> contract() {
        var inForce = inForce();
        return inForce.stream()
                .filter(one -> one.hasPrices(claim.lines()))
                .findFirst()
                .or(() -> inForce.stream().findFirst());
    }
}
