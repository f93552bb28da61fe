package org.tsunagu.app.exchange.handover;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.membership.Coverages;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
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

    /// The people of a hand-over (引継ぎの対象者).
    ///
    /// @param insured how many were named who are insured here on the day of the request
    /// @param elsewhere how many were named who went to another insurer
    /// @param unsaid how many were named of whom the register does not say where they went
    public record Who(List<Long> people, int insured, int elsewhere, int unsaid) {}

    /// The people of a hand-over: those who went to the receiver by the register, and those named.
    ///
    /// @param requested day of the request
    /// @param keys numbers in the register of people to be added, apart by blanks or commas
    public Who of(HandoverKind kind, String receiver, LocalDate requested, String keys) {
        var named = members.byRegisterKeys(List.of(keys.strip().split("[\\s,、]+"))).values().stream()
                .map(MemberId::value)
                .toList();
        if (kind.isView()) {
            return new Who(named, 0, 0, 0);
        }
        return transactions.inCurrent(() -> {
            var people = new LinkedHashSet<>(moved.left(receiver, requested));
            var ends = moved.ends(named);
            people.addAll(named);
            var over = ends.stream().filter(end -> end.isBefore(requested)).toList();
            var elsewhere = over.stream()
                    .filter(end -> end.isNamed() && !end.other().equals(receiver))
                    .count();
            var unsaid = over.stream().filter(end -> !end.isNamed()).count() + named.size() - ends.size();
            return new Who(List.copyOf(people), ends.size() - over.size(), (int) elsewhere, (int) unsaid);
        });
    }
}
