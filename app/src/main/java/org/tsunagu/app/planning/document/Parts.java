package org.tsunagu.app.planning.document;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.codes.time.PlanPeriod;

/// What the current insurer has written into its plans (保険者の記載); every version is kept.
@Service
public class Parts {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    Parts(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// What counts in a period, by part.
    public Map<String, Part> of(PlanPeriod period) {
        return transactions
                .inCurrent(() -> jdbc.sql("select distinct on (part) part, version, text, staff_name, set_at"
                                + " from planning.part where period = :period order by part, version desc")
                        .param("period", period.number())
                        .query((row, n) -> new Part(
                                row.getString(1),
                                row.getInt(2),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, OffsetDateTime.class)))
                        .list())
                .stream()
                .collect(Collectors.toMap(Part::part, Function.identity()));
    }

    /// All versions of a part, the one that counts first.
    public List<Part> history(PlanPeriod period, String part) {
        return transactions.inCurrent(() -> jdbc.sql("select part, version, text, staff_name, set_at from planning.part"
                        + " where period = :period and part = :part order by version desc")
                .param("period", period.number())
                .param("part", part)
                .query((row, n) -> new Part(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class)))
                .list());
    }

    /// How many versions there are in a period: whoever approves has seen that many.
    int count(PlanPeriod period) {
        return transactions.inCurrent(() -> jdbc.sql("select count(*) from planning.part where period = :period")
                .param("period", period.number())
                .query(Integer.class)
                .single());
    }

    /// Writes a part anew, by the current actor.
    ///
    /// @param seen version that was on the page, 0 for none
    ///
    /// @return false when somebody else has written it meanwhile: then nothing is written
    public boolean set(PlanPeriod period, String part, int seen, String text) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> jdbc.sql("insert into planning.part (insurer_id, period, part, version,"
                                + " text, staff_id, staff_name)"
                                + " select :insurer, :period, :part, :seen + 1, :text, :staff, :name"
                                + " where :seen = (select coalesce(max(version), 0) from planning.part"
                                + " where period = :period and part = :part)"
                                + " on conflict (insurer_id, period, part, version) do nothing")
                        .param("insurer", actor.insurer().id().value())
                        .param("period", period.number())
                        .param("part", part)
                        .param("seen", seen)
                        .param("text", text)
                        .param("staff", actor.id())
                        .param("name", actor.name())
                        .update()
                > 0);
    }
}
