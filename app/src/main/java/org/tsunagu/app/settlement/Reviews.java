package org.tsunagu.app.settlement;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.settlement.Decisions.Result;
import org.tsunagu.app.settlement.Ground.Holds;
import org.tsunagu.app.settlement.Ground.Outcome;

/// Claims that were paid and whose person or result has changed since (支払い後の見直し): checked again by the
/// rules when somebody asks for it. What comes out otherwise is settled as a difference in the first
/// month that is open: the line that was paid is taken back, and whoever it is due to now is paid. The
/// database sees to it that nothing is paid twice.
@org.springframework.stereotype.Service
public class Reviews {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Claims claims;
    private final Gathering gathering;
    private final Decisions decisions;
    private final Payments payments;
    private final Audit audit;

    Reviews(
            JdbcClient jdbc,
            TenantTransactions transactions,
            Claims claims,
            Gathering gathering,
            Decisions decisions,
            Payments payments,
            Audit audit) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.claims = claims;
        this.gathering = gathering;
        this.decisions = decisions;
        this.payments = payments;
        this.audit = audit;
    }

    /// Checks a paid claim again and settles the difference.
    ///
    /// @param version that was looked at
    public Result again(long id, int version) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            var isLocked = jdbc.sql("select id from settlement.claim where id = :id and version = :version"
                            + " and state = 'PAY' and review <> '' for update")
                    .param("id", id)
                    .param("version", version)
                    .query(Long.class)
                    .optional();
            var claim = claims.find(id);
            if (isLocked.isEmpty() || claim.isEmpty()) {
                return Result.CHANGED;
            }
            var results = new ArrayList<Result>();
            gathering.each(actor.insurer(), List.of(claim.get()), known -> results.add(settle(actor, known)));
            return results.getFirst();
        });
    }

    private Result settle(Actor actor, Known known) {
        var grounds = new ArrayList<>(ClaimCheck.of(known));
        var claim = known.claim();
        var outcome = Ground.outcome(grounds);
        if (outcome == Outcome.WAIT) {
            return Result.UNDECIDED;
        }
        var isAnother = payments.paidTo(claim) != claim.memberId();
        if (outcome != Outcome.PAY || isAnother) {
            decisions.takeBack(actor, claim);
        }
        if (outcome == Outcome.PAY && isAnother) {
            if (payments.pay(actor, claim, known.contract().map(Contract::id), Gathering.year(claim, known.course()))) {
                decisions.use(actor, claim);
            } else {
                grounds.replaceAll(
                        ground -> ground.rule() == Rule.ONCE ? new Ground(Rule.ONCE, Holds.NO, "", "") : ground);
            }
        }
        decisions.keep(actor, claim, Ground.outcome(grounds), Ground.reason(grounds), "", grounds);
        audit.note(Look.changed(
                claim.memberId(),
                "settlement",
                "/settlement/claims",
                "claim %d looked at again: %s".formatted(claim.id(), Ground.outcome(grounds))));
        return Result.DONE;
    }
}
