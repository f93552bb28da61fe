package org.tsunagu.app.checkups;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.membership.RegisterTaken;
import org.tsunagu.app.worklists.Leaving;

/// Who is no longer insured is not called (資格を失った人を一覧から外す): looked at with every register, and every hour because
/// insurance also ends by the calendar. Who is insured again is back on the list.
@Component
class Leavers {

    private final Insurers insurers;
    private final TenantTransactions transactions;
    private final Members members;
    private final Leaving leaving;
    private final Clock clock;

    Leavers(Insurers insurers, TenantTransactions transactions, Members members, Leaving leaving, Clock clock) {
        this.insurers = insurers;
        this.transactions = transactions;
        this.members = members;
        this.leaving = leaving;
        this.clock = clock;
    }

    @EventListener
    void on(RegisterTaken taken) {
        sweep();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
    void everyHour() {
        for (var insurer : insurers.all()) {
            transactions.in(insurer.id(), () -> {
                sweep();
                return "";
            });
        }
    }

    /// Within a transaction of one insurer.
    private void sweep() {
        var today = LocalDate.now(clock);
        var open = leaving.atWork(CheckupTasks.KINDS);
        var left = new HashSet<>(open);
        left.removeAll(members.coveredOn(open, today));
        if (!left.isEmpty()) {
            leaving.leave(left, CheckupTasks.KINDS);
        }
        var back = members.coveredOn(leaving.gone(CheckupTasks.KINDS), today);
        if (!back.isEmpty()) {
            leaving.comeBack(back, CheckupTasks.KINDS, today);
        }
    }
}
