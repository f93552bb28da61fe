package org.tsunagu.app.docks;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.checkups.Standing;
import org.tsunagu.app.checkups.Standings;
import org.tsunagu.app.intake.Origin;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.membership.Relation;
import org.tsunagu.codes.time.FiscalYear;

/// Claims for the fee of a human dock (人間ドックの補助の申請): decided as they are filed, paid by the month.
@Service
public class Claims {

    private static final String SELECT =
            "select c.id, c.member_id, m.name, c.exam_day, c.fiscal_year, c.facility, c.fee,"
                    + " c.filed_on, c.state, c.reason, c.yen, coalesce(a.yen, 0), c.paid_on, c.cancel_note, c.staff_name"
                    + " from docks.claim c join membership.member m on m.id = c.member_id"
                    + " left join docks.allowance a on a.id = c.allowance_id";
    private static final RowMapper<Claim> CLAIM = (row, n) -> new Claim(
            row.getLong(1),
            row.getLong(2),
            row.getString(3),
            row.getObject(4, LocalDate.class),
            row.getInt(5),
            row.getString(6),
            row.getInt(7),
            row.getObject(8, LocalDate.class),
            row.getString(9),
            Reimbursement.Reason.valueOf(row.getString(10)),
            row.getInt(11),
            row.getInt(12),
            Optional.ofNullable(row.getObject(13, LocalDate.class)),
            row.getString(14),
            row.getString(15));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Members members;
    private final Standings standings;
    private final Allowances allowances;
    private final Audit audit;
    private final Clock clock;

    Claims(
            JdbcClient jdbc,
            TenantTransactions transactions,
            Members members,
            Standings standings,
            Allowances allowances,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.members = members;
        this.standings = standings;
        this.allowances = allowances;
        this.audit = audit;
        this.clock = clock;
    }

    /// What is claimed.
    ///
    /// @param fee in yen, as on the receipt
    /// @param hasResult whether the results were handed in on paper
    /// @param formKey of the form, so that the same form is one claim
    public record NewClaim(
            MemberId member, LocalDate examDay, String facility, int fee, boolean hasResult, UUID formKey) {}

    /// What would come of a claim; nothing is kept.
    public Reimbursement propose(NewClaim claim) {
        return transactions.inCurrent(() -> decide(claim));
    }

    /// Decides a claim and keeps it with what was decided, also one that is refused. The result of that day is one of a
    /// human dock from then on, and counts as a specific checkup when it has all basic items.
    public Reimbursement file(NewClaim claim) {
        return transactions.inCurrent(() -> {
            // Two claims of one member wait for each other.
            jdbc.sql("select id from membership.member where id = :member for update")
                    .param("member", claim.member().value())
                    .query((row, n) -> row.getLong(1))
                    .single();
            var decided = decide(claim);
            if (insert(claim, decided)) {
                audit.note(Look.changed(
                        claim.member().value(),
                        "dock",
                        "/docks",
                        "%s, %d of %d yen".formatted(decided.reason(), decided.yen(), claim.fee())));
                results(claim).stream()
                        .filter(result -> result.origin() == Origin.CHECKUP)
                        .forEach(result -> standings.say(result.id(), Origin.DOCK));
            }
            return decided;
        });
    }

    private List<Standing> results(NewClaim claim) {
        return standings.of(claim.member().value()).stream()
                .filter(result -> result.examDate().equals(claim.examDay()))
                .toList();
    }

    private Reimbursement decide(NewClaim claim) {
        var member = members.find(claim.member()).orElseThrow();
        var day = claim.examDay();
        var isCovered = members.notCovered(List.of(new Members.OnDay(member.id().value(), day)))
                .isEmpty();
        var asked = new Reimbursement.Asked(
                day,
                claim.fee(),
                new Allowance.Person(member.birth(), member.kind(), spouseOf(member)),
                isCovered,
                hadOne(member.id(), FiscalYear.containing(day)),
                claim.hasResult() || !results(claim).isEmpty());
        return Reimbursement.of(asked, allowances.all());
    }

    private Optional<String> spouseOf(Member member) {
        return Relation.SPOUSE.isCalled(member.relation())
                ? members.family(member).stream()
                        .filter(one -> Relation.SELF.isCalled(one.relation()))
                        .map(Member::kind)
                        .findFirst()
                : Optional.empty();
    }

    private boolean hadOne(MemberId member, FiscalYear year) {
        return jdbc.sql("select exists (select 1 from docks.claim where member_id = :member and fiscal_year = :year"
                        + " and state = 'ACCEPTED')")
                .param("member", member.value())
                .param("year", year.year())
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    private boolean insert(NewClaim claim, Reimbursement decided) {
        var actor = Actors.current();
        return jdbc.sql(
                                "insert into docks.claim (insurer_id, member_id, exam_day, fiscal_year, facility, fee, has_result,"
                                        + " filed_on, state, reason, yen, allowance_id, staff_id, staff_name, form_key, at)"
                                        + " values (:insurer, :member, :day, :year, :facility, :fee, :result, :today, :state,"
                                        + " :reason, :yen, :limit, :staff, :name, :form, :at) on conflict (form_key) do nothing")
                        .param("insurer", actor.insurer().id().value())
                        .param("member", claim.member().value())
                        .param("day", Date.valueOf(claim.examDay()))
                        .param("year", FiscalYear.containing(claim.examDay()).year())
                        .param("facility", claim.facility())
                        .param("fee", claim.fee())
                        .param("result", claim.hasResult())
                        .param("today", Date.valueOf(LocalDate.now(clock)))
                        .param("state", decided.reason().isAccepted() ? "ACCEPTED" : "REFUSED")
                        .param("reason", decided.reason().name())
                        .param("yen", decided.yen())
                        .param("limit", decided.by().map(Allowance::id).orElse(null), java.sql.Types.BIGINT)
                        .param("staff", actor.id())
                        .param("name", actor.name())
                        .param("form", claim.formKey())
                        .param("at", OffsetDateTime.now(clock))
                        .update()
                > 0;
    }

    /// The claims of a member, the latest first.
    public List<Claim> of(MemberId member) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + " where c.member_id = :member order by c.id desc")
                .param("member", member.value())
                .query(CLAIM)
                .list());
    }

    /// The claims filed in a month, in their order.
    public List<Claim> in(YearMonth month) {
        return transactions.inCurrent(
                () -> jdbc.sql(SELECT + " where c.filed_on between :first and :last order by c.id")
                        .param("first", Date.valueOf(month.atDay(1)))
                        .param("last", Date.valueOf(month.atEndOfMonth()))
                        .query(CLAIM)
                        .list());
    }

    /// Takes back a claim that was typed by mistake and is not paid; then the member may have another one this year.
    ///
    /// @return the member; 0 when there is no such claim
    public long cancel(long id, String note) {
        return transactions.inCurrent(() -> {
            var member = jdbc.sql("update docks.claim set state = 'CANCELLED', cancel_note = :note where id = :id"
                            + " and state <> 'CANCELLED' and paid_on is null returning member_id")
                    .param("note", note)
                    .param("id", id)
                    .query((row, n) -> row.getLong(1))
                    .optional()
                    .orElse(0L);
            if (member != 0) {
                audit.note(Look.changed(member, "dock", "/docks/cancel", "claim " + id));
            }
            return member;
        });
    }

    /// Records that what was accepted in a month is paid.
    ///
    /// @return whom it was paid to
    public List<Long> pay(YearMonth month, LocalDate day) {
        return transactions.inCurrent(() -> {
            var paid = jdbc.sql("update docks.claim set paid_on = :day where filed_on between :first and :last"
                            + " and state = 'ACCEPTED' and paid_on is null returning member_id")
                    .param("day", Date.valueOf(day))
                    .param("first", Date.valueOf(month.atDay(1)))
                    .param("last", Date.valueOf(month.atEndOfMonth()))
                    .query((row, n) -> row.getLong(1))
                    .list();
            if (!paid.isEmpty()) {
                var detail = "%d claims of %s".formatted(paid.size(), month);
                audit.note(Look.changed(0, "dock", "/docks/pay", detail), paid);
            }
            return paid;
        });
    }
}
