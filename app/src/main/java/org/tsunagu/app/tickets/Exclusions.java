package org.tsunagu.app.tickets;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.Settings;
import org.tsunagu.rules.eligibility.Eligibility;
import org.tsunagu.rules.eligibility.Exclusion;

/// Why members are excluded, with the evidence (除外とその証拠). An entry is never changed; one made by mistake is
/// withdrawn.
@Service
public class Exclusions {

    /// That nothing recorded excludes a member today; with `:today`, `:excluding` and `:months`, see
    /// [#excluding] and [#months]. A reason that needs a time, such as a stay of six months, excludes once
    /// it has lasted, or is known to last, so long.
    static final String NOT_EXCLUDED = "not exists (select 1 from tickets.exclusion n where n.member_id = %s"
            + " and n.withdrawn_at is null and n.code = any(:excluding) and n.from_day <= :today"
            + " and coalesce(n.to_day, 'infinity'::date) >= :today and n.from_day + make_interval(months =>"
            + " (:months::int[])[array_position(:excluding::text[], n.code)]) <= coalesce(n.to_day, :today) + 1)";

    private static final Eligibility RULES = Settings.shipped().eligibility(List.of());

    private static final String SELECT = "select id, member_id, code, from_day, to_day, document, note, staff_name, at,"
            + " withdrawn_by, withdrawn_why from tickets.exclusion";

    private static final RowMapper<Recorded> RECORDED = (row, n) -> new Recorded(
            row.getLong(1),
            row.getLong(2),
            new Exclusion(
                    row.getString(3),
                    row.getObject(4, LocalDate.class),
                    Optional.ofNullable(row.getObject(5, LocalDate.class))),
            row.getString(6),
            row.getString(7),
            row.getString(8),
            row.getObject(9, OffsetDateTime.class),
            row.getString(10),
            row.getString(11));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    Exclusions(JdbcClient jdbc, TenantTransactions transactions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// An exclusion as it was recorded (除外の記録).
    ///
    /// @param document what was seen as evidence
    /// @param withdrawnBy who has withdrawn it; empty while it counts
    public record Recorded(
            long id,
            long memberId,
            Exclusion exclusion,
            String document,
            String note,
            String staffName,
            OffsetDateTime at,
            String withdrawnBy,
            String withdrawnWhy) {

        /// Whether it was taken back.
        public boolean isWithdrawn() {
            return !withdrawnBy.isEmpty();
        }
    }

    /// Records that a member is excluded.
    public void add(MemberId member, Exclusion exclusion, String document, String note) {
        var actor = Actors.current();
        transactions.run(actor.insurer().id(), () -> {
            jdbc.sql("insert into tickets.exclusion (insurer_id, member_id, code, from_day, to_day, document, note,"
                            + " staff_id, staff_name, at) values (:insurer, :member, :code, :from, :to, :document,"
                            + " :note, :staff, :name, :at)")
                    .param("insurer", actor.insurer().id().value())
                    .param("member", member.value())
                    .param("code", exclusion.code())
                    .param("from", Date.valueOf(exclusion.from()))
                    .param("to", exclusion.to().map(Date::valueOf).orElse(null), java.sql.Types.DATE)
                    .param("document", document)
                    .param("note", note)
                    .param("staff", actor.id())
                    .param("name", actor.name())
                    .param("at", OffsetDateTime.now(clock))
                    .update();
            audit.note(Look.changed(member.value(), "exclusion", "/tickets/exclusions", exclusion.code()));
        });
    }

    /// Takes an exclusion back.
    ///
    /// @return the member; 0 when there is no such entry that counts
    public long withdraw(long id, String why) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            var member = jdbc.sql("update tickets.exclusion set withdrawn_at = :at, withdrawn_by = :by,"
                            + " withdrawn_why = :why where id = :id and withdrawn_at is null returning member_id")
                    .param("at", OffsetDateTime.now(clock))
                    .param("by", actor.name())
                    .param("why", why)
                    .param("id", id)
                    .query((row, n) -> row.getLong(1))
                    .optional()
                    .orElse(0L);
            if (member != 0) {
                audit.note(Look.changed(member, "exclusion", "/tickets/exclusions/withdraw", "entry " + id));
            }
            return member;
        });
    }

    /// Everything recorded about a member, the latest first.
    public List<Recorded> of(MemberId member) {
        return transactions.inCurrent(() -> read(List.of(member.value())));
    }

    private List<Recorded> read(Collection<Long> members) {
        return jdbc.sql(SELECT + " where member_id = any(:ids) order by id desc")
                .param("ids", members.toArray(Long[]::new))
                .query(RECORDED)
                .list();
    }

    /// Codes of what excludes in a year; some entries are only noted.
    static String[] excluding(FiscalYear year) {
        return rows(year).stream().map(Row::key).toArray(String[]::new);
    }

    /// How many months each of [#excluding] has to last, in the same order; 0 for any time.
    static Integer[] months(FiscalYear year) {
        return rows(year).stream().map(Exclusions::months).toArray(Integer[]::new);
    }

    private static List<Row> rows(FiscalYear year) {
        return RULES.exclusions(year).stream()
                .filter(row -> row.text("excludes").equals("1"))
                .toList();
    }

    private static int months(Row row) {
        return row.decimal("min_duration_months").map(BigDecimal::intValue).orElse(0);
    }

    /// What counts about everybody of an insurer, by member: as many entries as were recorded.
    public Map<Long, List<Exclusion>> counting(InsurerId insurer, FiscalYear year) {
        return transactions.in(
                insurer, () -> grouped(jdbc.sql(SELECT).query(RECORDED).list(), year));
    }

    /// What counts about some members, within the transaction of the caller.
    Map<Long, List<Exclusion>> counting(Collection<Long> members, FiscalYear year) {
        return grouped(read(members), year);
    }

    private Map<Long, List<Exclusion>> grouped(List<Recorded> all, FiscalYear year) {
        var needTime =
                rows(year).stream().filter(row -> months(row) > 0).map(Row::key).collect(Collectors.toSet());
        return all.stream()
                .filter(one -> !one.isWithdrawn())
                .collect(Collectors.groupingBy(
                        Recorded::memberId,
                        Collectors.mapping(one -> asOfToday(one.exclusion(), year, needTime), Collectors.toList())));
    }

    /// While a year is running nobody knows how long a stay that is running will last: it has lasted
    /// until today.
    private Exclusion asOfToday(Exclusion one, FiscalYear year, Set<String> needTime) {
        var today = LocalDate.now(clock);
        var isOpen = one.to().isEmpty() && needTime.contains(one.code()) && today.isBefore(year.lastDay());
        return isOpen ? new Exclusion(one.code(), one.from(), Optional.of(today)) : one;
    }
}
