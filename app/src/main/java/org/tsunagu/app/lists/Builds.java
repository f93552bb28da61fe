package org.tsunagu.app.lists;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.claims.ClaimsPublished;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.app.tables.RuleSet;

/// Has the lists of a month made (リストの作成の依頼), up to the last month of which all claims are here.
@Service
public class Builds {

    static final String COLUMNS =
            "select id, month, rule_set, people, former, state, asked_by_name, asked_at, done_at" + " from lists.build";
    private static final int MONTHS_OFFERED = 36;
    private static final String ITSELF = "system";
    static final RowMapper<Build> BUILD = (row, n) -> new Build(
            row.getLong(1),
            YearMonth.from(row.getObject(2, LocalDate.class)),
            row.getString(3),
            row.getLong(4),
            row.getLong(5),
            row.getString(6),
            row.getString(7),
            row.getObject(8, OffsetDateTime.class),
            Optional.ofNullable(row.getObject(9, OffsetDateTime.class)));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Care care;
    private final Jobs jobs;
    private final Audit audit;
    private final Clock clock;

    Builds(JdbcClient jdbc, TenantTransactions transactions, Care care, Jobs jobs, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.care = care;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /// The months lists can be made for, the latest first: up to the last one of which all claims are here; without any
    /// claims up to the last month that is over, for the lists that need none.
    public List<YearMonth> months() {
        var last = last();
        return java.util.stream.IntStream.range(0, MONTHS_OFFERED)
                .mapToObj(last::minusMonths)
                .toList();
    }

    private YearMonth last() {
        return transactions
                .inCurrent(care::lastMonth)
                .orElse(YearMonth.from(LocalDate.now(clock)).minusMonths(1));
    }

    /// Asks for the lists of a month.
    ///
    /// @return false when claims of the month are still to come
    public boolean ask(YearMonth month) {
        if (month.isAfter(last())) {
            return false;
        }
        var actor = Actors.current();
        transactions.inCurrent(() -> put(actor.insurer().id(), month, actor.name()));
        audit.note(Look.changed(0, "list", "/lists", "lists of " + month));
        return true;
    }

    /// Claims have come, gone or found their members: the lists of the last complete month are made again. A hundred
    /// deliveries ask a hundred times, and only the last of these makings is carried out.
    @EventListener
    void on(ClaimsPublished published) {
        care.lastMonth().ifPresent(month -> put(published.insurer(), month, ITSELF));
    }

    private long put(InsurerId insurer, YearMonth month, String name) {
        var id = jdbc.sql("insert into lists.build (insurer_id, month, rule_set, asked_by_name, asked_at) values"
                        + " (:insurer, :month, :rules, :name, :now) returning id")
                .param("insurer", insurer.value())
                .param("month", Date.valueOf(month.atDay(1)))
                .param("rules", RuleSet.id())
                .param("name", name)
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
        jobs.enqueue(insurer, ListJob.KIND, Long.toString(id), name);
        return id;
    }

    /// Whether a making that began by itself has another one behind it, which will know more; within the transaction of
    /// the caller.
    boolean isOvertaken(long id) {
        return jdbc.sql("select exists (select from lists.build asked join lists.build later on later.id > asked.id"
                        + " and later.state = 'WAITING' and later.asked_by_name = :itself where asked.id = :id and"
                        + " asked.asked_by_name = :itself)")
                .param("id", id)
                .param("itself", ITSELF)
                .query(Boolean.class)
                .single();
    }

    /// The latest month whose lists are made.
    public Optional<Build> latest() {
        return done().stream().findFirst();
    }

    /// The months whose lists are made, the latest first.
    public List<Build> done() {
        return transactions.inCurrent(
                () -> jdbc.sql(COLUMNS + " where state = 'DONE' order by month desc, id desc limit 60")
                        .query(BUILD)
                        .list());
    }

    /// What is being made.
    public Optional<Build> waiting() {
        return transactions.inCurrent(() -> jdbc.sql(COLUMNS + " where state = 'WAITING' order by id desc limit 1")
                .query(BUILD)
                .optional());
    }
}
