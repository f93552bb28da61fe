package org.tsunagu.app.docks;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;

/// The limits of the current insurer (補助の限度額の設定). One that has begun is never changed: it is ended, and another begins.
@Service
public class Allowances {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    Allowances(JdbcClient jdbc, TenantTransactions transactions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// All of them, the latest first.
    public List<Allowance> all() {
        return transactions.inCurrent(() -> jdbc.sql(
                        "select id, from_day, to_day, age_from, age_to, kinds, with_spouse,"
                                + " yen, source from docks.allowance order by from_day desc, id desc")
                .query((row, n) -> new Allowance(
                        row.getLong(1),
                        row.getObject(2, LocalDate.class),
                        Optional.ofNullable(row.getObject(3, LocalDate.class)),
                        row.getInt(4),
                        row.getInt(5),
                        Allowance.kinds(row.getString(6)),
                        row.getBoolean(7),
                        row.getInt(8),
                        row.getString(9)))
                .list());
    }

    /// Adds one.
    public void add(Allowance limit) {
        var actor = Actors.current();
        transactions.inCurrent(() -> {
            audit.note(Look.changed(0, "dock", "/docks/limits", "%d yen from %s".formatted(limit.yen(), limit.from())));
            return jdbc.sql("insert into docks.allowance (insurer_id, from_day, to_day, age_from, age_to, kinds,"
                            + " with_spouse, yen, source, staff_id, staff_name, at) values (:insurer, :from, :to,"
                            + " :ageFrom, :ageTo, :kinds, :spouse, :yen, :source, :staff, :name, :at)")
                    .param("insurer", actor.insurer().id().value())
                    .param("from", Date.valueOf(limit.from()))
                    .param("to", limit.to().map(Date::valueOf).orElse(null), java.sql.Types.DATE)
                    .param("ageFrom", limit.ageFrom())
                    .param("ageTo", limit.ageTo())
                    .param("kinds", String.join(",", limit.kinds()))
                    .param("spouse", limit.withSpouse())
                    .param("yen", limit.yen())
                    .param("source", limit.source())
                    .param("staff", actor.id())
                    .param("name", actor.name())
                    .param("at", OffsetDateTime.now(clock))
                    .update();
        });
    }

    /// Ends one on a day.
    ///
    /// @return false when there is none, or it would end before it begins
    public boolean end(long id, LocalDate last) {
        return transactions.inCurrent(() -> {
            var isEnded = jdbc.sql("update docks.allowance set to_day = :last where id = :id and from_day <= :last")
                            .param("last", Date.valueOf(last))
                            .param("id", id)
                            .update()
                    > 0;
            if (isEnded) {
                audit.note(Look.changed(0, "dock", "/docks/limits", "limit %d ends %s".formatted(id, last)));
            }
            return isEnded;
        });
    }
}
