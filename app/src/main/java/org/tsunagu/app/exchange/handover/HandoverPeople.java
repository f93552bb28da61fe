package org.tsunagu.app.exchange.handover;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.membership.Coverages;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.membership.Transfer;
import org.tsunagu.app.membership.Transfers;

/// Whose results are handed over (引継ぎの対象): those who went to the receiver by the register, and whoever
/// is named besides.
@Service
public class HandoverPeople {

    private final Transfers moved;
    private final Members members;
    private final Coverages coverages;
    private final TenantTransactions transactions;

    HandoverPeople(Transfers moved, Members members, Coverages coverages, TenantTransactions transactions) {
        this.moved = moved;
        this.coverages = coverages;
        this.members = members;
        this.transactions = transactions;
    }

    /// The register numbers of those whose time ended within a year because they have reached the age
    /// of the wide-area
    /// union. To which union they went the register need not say: somebody chooses among them.
    public List<String> turned(LocalDate day) {
        var age = HandoverKind.UNION.row().integer("turning_age");
        return transactions.inCurrent(() -> coverages.endedByAge(age, day.minusYears(1), day));
    }

    /// The people of a hand-over.
    ///
    /// @param keys numbers in the register of people to be added, apart by blanks or commas
    public Collection<Long> of(HandoverKind kind, String receiver, String keys) {
        var people = new LinkedHashSet<Long>();
        if (!kind.isView()) {
            people.addAll(transactions.inCurrent(() -> moved.with(Transfer.Direction.OUT, receiver)));
        }
        var named = List.of(keys.strip().split("[\\s,、]+"));
        people.addAll(members.byRegisterKeys(named).values().stream()
                .map(MemberId::value)
                .toList());
        return new ArrayList<>(people);
    }
}
