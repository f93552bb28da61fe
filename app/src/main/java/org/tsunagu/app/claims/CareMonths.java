package org.tsunagu.app.claims;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;

/// Which months of care are here, how many claims of them, and whether they are complete (診療月の状況).
@Service
public class CareMonths {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Clock clock;

    CareMonths(JdbcClient jdbc, TenantTransactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Whether a month is here (そろい).
    public enum State {
        COMPLETE,
        PARTIAL,
        MISSING
    }

    /// What there is of a month and kind.
    public record Cell(int claims, int unmatched, long yen) {}

    /// A care month (診療月).
    ///
    /// @param claimMonth in which most of its claims are made
    /// @param isSaid whether somebody has said how it stands
    public record Month(YearMonth month, YearMonth claimMonth, State state, boolean isSaid, Map<String, Cell> kinds) {}

    /// The care months that are complete without a gap, up to the last one (完全な期間).
    public record Window(YearMonth first, YearMonth last) {}

    /// All months from the first with claims to the last, the newest first.
    public List<Month> all() {
        return transactions.inCurrent(() -> {
            var cells = cells();
            var completeness = completeness();
            var months = new ArrayList<Month>();
            if (!cells.isEmpty()) {
                var first = cells.firstKey();
                for (var month = cells.lastKey(); !month.isBefore(first); month = month.minusMonths(1)) {
                    months.add(month(month, cells.getOrDefault(month, Map.of()), completeness));
                }
            }
            return months;
        });
    }

    private static Month month(YearMonth month, Map<String, Cell> kinds, Completeness completeness) {
        var claimMonth = Completeness.claimMonth(month);
        var otherwise = kinds.isEmpty() ? State.MISSING : State.PARTIAL;
        return new Month(
                month,
                claimMonth,
                completeness.isComplete(month) ? State.COMPLETE : otherwise,
                completeness.said().containsKey(claimMonth),
                kinds);
    }

    /// Months that have not begun are slips of somebody's: they say nothing of what is here.
    private Date now() {
        return Date.valueOf(LocalDate.now(clock));
    }

    private NavigableMap<YearMonth, Map<String, Cell>> cells() {
        var cells = new TreeMap<YearMonth, Map<String, Cell>>();
        jdbc.sql("select month, kind, claims, unmatched, yen from claims.care_month where claims > 0"
                        + " and month <= :now")
                .param("now", now())
                .query(row -> {
                    cells.computeIfAbsent(YearMonth.from(row.getObject(1, LocalDate.class)), none -> new HashMap<>())
                            .put(row.getString(2), new Cell(row.getInt(3), row.getInt(4), row.getLong(5)));
                });
        return cells;
    }

    private Completeness completeness() {
        var delivered = new TreeMap<YearMonth, Set<String>>();
        jdbc.sql("select distinct claim_month, kind from claims.part where state = 'CURRENT' and claim_month <= :now")
                .param("now", now())
                .query(row -> {
                    delivered
                            .computeIfAbsent(YearMonth.from(row.getObject(1, LocalDate.class)), none -> new HashSet<>())
                            .add(row.getString(2));
                });
        var said = new HashMap<YearMonth, Boolean>();
        jdbc.sql("select claim_month, is_complete from claims.month_statement").query(row -> {
            said.put(YearMonth.from(row.getObject(1, LocalDate.class)), row.getBoolean(2));
        });
        return new Completeness(delivered, said);
    }

    /// The complete months that end with the last complete one; within the transaction of the caller.
    Optional<Window> window() {
        var cells = cells();
        var completeness = completeness();
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        var first = cells.firstKey();
        var last = cells.lastKey();
        while (!last.isBefore(first) && !completeness.isComplete(last)) {
            last = last.minusMonths(1);
        }
        if (last.isBefore(first)) {
            return Optional.empty();
        }
        var begin = last;
        while (begin.isAfter(first) && completeness.isComplete(begin.minusMonths(1))) {
            begin = begin.minusMonths(1);
        }
        return Optional.of(new Window(begin, last));
    }

    /// Somebody says whether all claims of a claim month are here.
    public void say(YearMonth claimMonth, boolean isComplete) {
        var actor = Actors.current();
        transactions.inCurrent(() -> jdbc.sql("insert into claims.month_statement values (:insurer, :month,"
                        + " :complete, :by, :at) on conflict (insurer_id, claim_month) do update set"
                        + " is_complete = excluded.is_complete, staff_name = excluded.staff_name, at = excluded.at")
                .param("insurer", actor.insurer().id().value())
                .param("month", Date.valueOf(Completeness.day(claimMonth)))
                .param("complete", isComplete)
                .param("by", actor.name())
                .param("at", OffsetDateTime.now(clock))
                .update());
    }

    /// Counts the claims in force of some care months anew, those on public payers alone left out; within
    /// the transaction of the caller.
    void count(int insurer, Set<YearMonth> months) {
        var days = months.stream()
                .map(month -> Date.valueOf(Completeness.day(month)))
                .toArray(Date[]::new);
        jdbc.sql("delete from claims.care_month where month = any(:months)")
                .param("months", days)
                .update();
        jdbc.sql("insert into claims.care_month select :insurer, care_month, kind, count(*),"
                        + " count(*) filter (where match = 'NONE'), sum(yen), :at from claims.counted"
                        + " where care_month = any(:months) and not public_only group by care_month, kind")
                .param("insurer", insurer)
                .param("at", OffsetDateTime.now(clock))
                .param("months", days)
                .update();
    }
}
