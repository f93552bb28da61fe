package org.tsunagu.app.settlement;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.app.settlement.Ground.Holds;
import org.tsunagu.app.settlement.Ground.Outcome;

/// What was decided about claims, by the rules or by people, and why (請求の判定): never changed, the latest
/// holds.
@org.springframework.stereotype.Service
public class Decisions {

    private static final String STATE = "update settlement.claim set state = :state, reason = :reason,"
            + " by_staff = :staff, review = '', earlier_id = coalesce(earlier_id, :earlier), version = version + 1 where id = :id";

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Claims claims;
    private final Contracts contracts;
    private final Payments payments;
    private final TicketLedger tickets;
    private final Gathering gathering;
    private final Jobs jobs;
    private final Audit audit;
    private final Clock clock;

    Decisions(
            JdbcClient jdbc,
            TenantTransactions transactions,
            Claims claims,
            Contracts contracts,
            Payments payments,
            TicketLedger tickets,
            Gathering gathering,
            Jobs jobs,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.claims = claims;
        this.contracts = contracts;
        this.payments = payments;
        this.tickets = tickets;
        this.gathering = gathering;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /// A decision with its grounds; those of a person have none but the note.
    public record Decision(
            long id,
            Outcome outcome,
            String reason,
            String note,
            long staffId,
            String staffName,
            OffsetDateTime at,
            List<Ground> grounds) {

        /// What speaks against paying, or leaves it open.
        public List<Ground> speaking() {
            return grounds.stream().filter(ground -> !ground.speaksFor()).toList();
        }

        /// What holds, or need not.
        public List<Ground> holding() {
            return grounds.stream().filter(Ground::speaksFor).toList();
        }
    }

    /// What came of a decision by a person.
    public enum Result {
        DONE,
        /// Somebody else has changed it in the meantime.
        CHANGED,
        /// The same has been paid for already.
        PAID_ALREADY,
        /// Nobody knows for whom or which day it would be paid.
        NOBODY,
        /// It has gone back to the facility.
        SENT,
        /// The rules leave it open: somebody decides it.
        UNDECIDED
    }

    /// The decisions about a claim, the latest first.
    public List<Decision> of(long claimId) {
        return transactions.inCurrent(() -> {
            var grounds = new HashMap<Long, List<Ground>>();
            jdbc.sql("select g.decision_id, g.rule, g.holds, g.actual, g.expected from settlement.ground g"
                            + " join settlement.decision d on d.id = g.decision_id where d.claim_id = :claim")
                    .param("claim", claimId)
                    .query(row -> {
                        grounds.computeIfAbsent(row.getLong(1), none -> new ArrayList<>())
                                .add(new Ground(
                                        Rule.valueOf(row.getString(2)),
                                        Holds.valueOf(row.getString(3)),
                                        row.getString(4),
                                        row.getString(5)));
                    });
            grounds.values().forEach(some -> some.sort(java.util.Comparator.comparing(Ground::rule)));
            return jdbc.sql("select id, outcome, reason, note, staff_id, staff_name, at from settlement.decision"
                            + " where claim_id = :claim order by id desc")
                    .param("claim", claimId)
                    .query((row, n) -> new Decision(
                            row.getLong(1),
                            Outcome.valueOf(row.getString(2)),
                            row.getString(3),
                            row.getString(4),
                            row.getLong(5),
                            row.getString(6),
                            row.getObject(7, OffsetDateTime.class),
                            grounds.getOrDefault(row.getLong(1), List.of())))
                    .list();
        });
    }

    /// Decides a claim by the rules, within the transaction of the caller; what is to be paid is on the
    /// list at once.
    void bySystem(InsurerId insurer, Known known) {
        var grounds = new ArrayList<>(ClaimCheck.of(known));
        var claim = known.claim();
        var system = new Actor(0, "system", new Insurer(insurer, "", ""), java.util.Set.of());
        if (Ground.outcome(grounds) == Outcome.PAY) {
            var contract = known.contract().map(Contract::id);
            if (payments.pay(system, claim, contract, Gathering.year(claim, known.course()))) {
                tickets.use(system, claim);
            } else {
                grounds.replaceAll(
                        ground -> ground.rule() == Rule.ONCE ? new Ground(Rule.ONCE, Holds.NO, "", "") : ground);
            }
        }
        keep(system, claim, Ground.outcome(grounds), Ground.reason(grounds), "", grounds);
    }

    /// Decides a claim otherwise than the rules, or where they left it open.
    ///
    /// @param version that was looked at
    /// @param reason code of 別表10 of a return; else empty
    public Result byStaff(long id, int version, Outcome outcome, String reason, String note) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            var isLocked = jdbc.sql("select id from settlement.claim where id = :id and version = :version"
                            + " and state in ('WAIT', 'PAY', 'RETURN') for update")
                    .param("id", id)
                    .param("version", version)
                    .query(Long.class)
                    .optional();
            var claim = claims.find(id);
            if (isLocked.isEmpty() || claim.isEmpty()) {
                return Result.CHANGED;
            }
            return decide(actor, claim.get(), outcome, reason, note);
        });
    }

    private Result decide(Actor actor, FacilityClaim claim, Outcome outcome, String reason, String note) {
        if (claim.returnedIn() != 0) {
            return Result.SENT;
        }
        var isPaid = claim.state() == FacilityClaim.State.PAY;
        if (outcome == Outcome.PAY && !isPaid) {
            if (claim.memberId() == 0 || claim.day().isEmpty()) {
                return Result.NOBODY;
            }
            var contract = contracts.inForce(claim).map(Contract::id);
            if (!payments.pay(actor, claim, contract, gathering.year(claim))) {
                return Result.PAID_ALREADY;
            }
            tickets.use(actor, claim);
        } else if (outcome != Outcome.PAY && isPaid) {
            takeBack(actor, claim);
        }
        keep(actor, claim, outcome, outcome == Outcome.RETURN ? reason : "", note, List.of());
        audit.note(Look.changed(
                claim.memberId(),
                "settlement",
                "/settlement/claims",
                "claim %d: %s %s".formatted(claim.id(), outcome, reason)));
        return Result.DONE;
    }

    /// Takes a payment back, and with the last one for a ticket that the ticket was used; within the transaction of the
    /// caller.
    void takeBack(Actor actor, FacilityClaim claim) {
        payments.takeBack(actor, claim);
        if (!payments.isPaidFor(claim.ticket())) {
            tickets.release(actor, claim);
        }
    }

    /// Records that the ticket of a claim was used; within the transaction of the caller.
    void use(Actor actor, FacilityClaim claim) {
        tickets.use(actor, claim);
    }

    /// Keeps a decision, within the transaction of the caller.
    void keep(Actor actor, FacilityClaim claim, Outcome outcome, String reason, String note, List<Ground> grounds) {
        var insurer = actor.insurer().id().value();
        var decision = jdbc.sql("insert into settlement.decision (insurer_id, claim_id, outcome, reason, note,"
                        + " staff_id, staff_name, at) values (:insurer, :claim, :outcome, :reason, :note, :staff,"
                        + " :name, :at) returning id")
                .param("insurer", insurer)
                .param("claim", claim.id())
                .param("outcome", outcome.name())
                .param("reason", reason)
                .param("note", note)
                .param("staff", actor.id())
                .param("name", actor.name())
                .param("at", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
        for (var ground : grounds) {
            jdbc.sql("insert into settlement.ground values (?, ?, ?, ?, ?, ?)")
                    .params(
                            decision,
                            insurer,
                            ground.rule().name(),
                            ground.holds().name(),
                            ground.actual(),
                            ground.expected())
                    .update();
        }
        jdbc.sql(STATE)
                .param("state", outcome.name())
                .param("reason", reason)
                .param("staff", actor.id() != 0)
                .param("earlier", earlier(claim).orElse(null), java.sql.Types.BIGINT)
                .param("id", claim.id())
                .update();
    }

    /// The claim for the same that was returned before this one came (再請求).
    private Optional<Long> earlier(FacilityClaim claim) {
        return jdbc.sql("select max(id) from settlement.claim where id < :id and state = 'RETURN'"
                        + " and facility = :facility and service = :service and stage = :stage"
                        + " and (ticket = :ticket and ticket <> '' or member_id = :member)")
                .param("id", claim.id())
                .param("facility", claim.facility())
                .param("service", claim.service().name())
                .param("stage", claim.stage())
                .param("ticket", claim.ticket())
                .param("member", claim.memberId())
                .query(Long.class)
                .optional();
    }

    /// Checks again what waits, and what the rules have returned and nobody has sent: a contract or a
    /// ticket may have been entered since.
    ///
    /// @return how many claims
    public int again() {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            var claimed = jdbc.sql("update settlement.claim set state = 'OPEN', version = version + 1"
                            + " where state in ('WAIT', 'RETURN') and not by_staff and returned_in is null"
                            + " and not exists (select 1 from settlement.payment p where p.claim_id = claim.id)")
                    .update();
            if (claimed > 0) {
                jobs.enqueue(
                        actor.insurer().id(),
                        CheckClaims.KIND,
                        UUID.randomUUID().toString(),
                        actor.name());
            }
            audit.note(Look.changed(0, "settlement", "/settlement/claims", "%d claims again".formatted(claimed)));
            return claimed;
        });
    }
}
