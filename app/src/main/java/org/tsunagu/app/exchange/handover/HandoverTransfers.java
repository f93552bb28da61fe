package org.tsunagu.app.exchange.handover;

import java.util.Optional;
import java.util.function.Function;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.consent.Transfer;
import org.tsunagu.app.consent.Transfer.Side;
import org.tsunagu.rules.legal.LegalTables;

/// Which transfer of the ledger a document of a hand-over is (提供の記録の内容), by the kind of its data.
final class HandoverTransfers {

    private static final String OWN = "OWN";
    private static final String OTHER = "OTHER";

    private HandoverTransfers() {}

    /// Nothing is given when something is taken back.
    static Function<String, Optional<Transfer>> of(Handover handover, Insurer insurer) {
        if (handover.kind() == HandoverKind.VIEW_DELETE) {
            return data -> Optional.empty();
        }
        var usual = handover.kind().row().text("data");
        return data -> Optional.of(transfer(handover, insurer, data.isEmpty() ? usual : data));
    }

    private static Transfer transfer(Handover handover, Insurer insurer, String data) {
        var row = handover.kind().row();
        return new Transfer(
                side(row.text("requester"), handover, insurer),
                side(row.text("holder"), handover, insurer),
                data,
                row.text("purpose"),
                handover.requested(),
                "handover/" + handover.id());
    }

    private static Side side(String code, Handover handover, Insurer insurer) {
        return switch (code) {
            case OWN -> new Side(party(insurer.number()), insurer.name(), insurer.number());
            case OTHER -> new Side(party(handover.receiver()), handover.receiverName(), handover.receiver());
            default -> new Side(code, "");
        };
    }

    /// A number that tells no kind has no ground: the ledger then says so.
    private static String party(String number) {
        return LegalTables.shipped().partyOf(number).orElse("");
    }
}
