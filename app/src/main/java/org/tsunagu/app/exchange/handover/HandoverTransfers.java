package org.tsunagu.app.exchange.handover;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.consent.Transfer;
import org.tsunagu.app.consent.Transfer.Side;
import org.tsunagu.app.membership.Members;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.rules.legal.LegalTables;

/// Which transfer of the ledger a document of a hand-over is (提供の記録の内容).
@Component
class HandoverTransfers {

    private static final String OWN = "OWN";
    private static final String OTHER = "OTHER";

    private final Members members;
    private final TenantTransactions transactions;

    HandoverTransfers(Members members, TenantTransactions transactions) {
        this.members = members;
        this.transactions = transactions;
    }

    /// The kinds of data that differ by age: what is seen of people under 40 are employers' checkups.
    Function<Long, Transfer> of(Handover handover, Insurer insurer) {
        var row = handover.kind().row();
        var adult = transfer(handover, insurer, row.text("data"));
        var young = transfer(handover, insurer, row.text("data_under_40"));
        if (adult.equals(young)) {
            return member -> adult;
        }
        var ages = new HashMap<Long, Boolean>();
        var adults = row.integer("adult_age");
        return member ->
                ages.computeIfAbsent(member, id -> age(insurer, id, handover.requested()) < adults) ? young : adult;
    }

    private int age(Insurer insurer, long member, LocalDate day) {
        return transactions.in(
                insurer.id(),
                () -> members.within(List.of(member)).values().stream()
                        .mapToInt(one -> Dates.age(one.birth(), day))
                        .findFirst()
                        .orElse(0));
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
            case OWN -> new Side(party(insurer.number()), insurer.name());
            case OTHER -> new Side(party(handover.receiver()), handover.receiverName());
            default -> new Side(code, "");
        };
    }

    /// A number that tells no kind has no ground: the ledger then says so.
    private static String party(String number) {
        return LegalTables.shipped().partyOf(number).orElse("");
    }
}
