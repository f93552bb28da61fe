package org.tsunagu.app.portal;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;

/// What members write down day by day, and their own goals (本人の記録と目標): theirs alone, and gone at once when they take it out.
@Service
public class Diary {

    private static final String DATA = "DIARY";
    private static final String PLACE = "/my/goals";

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    Diary(JdbcClient jdbc, TenantTransactions transactions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// A value of a day.
    public record Entry(long id, LocalDate day, DiaryKind kind, BigDecimal value) {}

    /// A goal in own words.
    public record Goal(long id, String words, OffsetDateTime at, boolean isReached) {}

    /// Writes values of a day down, in place of those that stood there.
    public void write(long member, LocalDate day, Map<DiaryKind, BigDecimal> values) {
        transactions.inCurrent(() -> {
            values.forEach((kind, value) -> jdbc.sql("insert into portal.diary (insurer_id, member_id, day, kind, value,"
                            + " proxy, at) values (:insurer, :member, :day, :kind, :value, :proxy, :at)"
                            + " on conflict (member_id, kind, day) do update set value = excluded.value,"
                            + " proxy = excluded.proxy, at = excluded.at")
                    .param("insurer", Actors.current().insurer().id().value())
                    .param("member", member)
                    .param("day", Date.valueOf(day))
                    .param("kind", kind.key())
                    .param("value", value)
                    .param("proxy", VisitReplies.proxy())
                    .param("at", OffsetDateTime.now(clock))
                    .update());
            audit.note(Look.own(Look.Kind.CHANGE, member, DATA, PLACE, "%d values".formatted(values.size())));
            return "";
        });
    }

    /// Takes a value out; nothing is kept of it.
    public void delete(long member, long id) {
        transactions.inCurrent(() -> {
            var gone = jdbc.sql("delete from portal.diary where id = :id and member_id = :member")
                    .param("id", id)
                    .param("member", member)
                    .update();
            noted(member, gone, "deleted a value");
            return "";
        });
    }

    private void noted(long member, int rows, String what) {
        if (rows > 0) {
            audit.note(Look.own(Look.Kind.CHANGE, member, DATA, PLACE, what));
        }
    }

    /// Takes out everything that was ever written down.
    public void deleteAll(long member) {
        transactions.inCurrent(() -> {
            var gone = jdbc.sql("delete from portal.diary where member_id = :member")
                    .param("member", member)
                    .update();
            noted(member, gone, "deleted %d values".formatted(gone));
            return "";
        });
    }

    /// The values of a member, the latest first.
    public List<Entry> of(long member, int most) {
        return transactions.inCurrent(() -> jdbc.sql("select id, day, kind, value from portal.diary where member_id = :member"
                        + " order by day desc, kind limit :most")
                .param("member", member)
                .param("most", most)
                .query((row, n) -> new Entry(
                        row.getLong(1),
                        row.getObject(2, LocalDate.class),
                        DiaryKind.of(row.getString(3)),
                        row.getBigDecimal(4)))
                .list());
    }

    /// Adds a goal.
    public void aim(long member, String words, UUID formKey) {
        transactions.inCurrent(() -> {
            var isNew = jdbc.sql("insert into portal.own_goal (insurer_id, member_id, words, at, form_key)"
                            + " values (:insurer, :member, :words, :at, :form) on conflict (form_key) do nothing")
                    .param("insurer", Actors.current().insurer().id().value())
                    .param("member", member)
                    .param("words", words)
                    .param("at", OffsetDateTime.now(clock))
                    .param("form", formKey)
                    .update();
            noted(member, isNew, "added a goal");
            return "";
        });
    }

    /// Says that a goal was reached.
    public void reach(long member, long id) {
        transactions.inCurrent(() -> {
            var reached = jdbc.sql("update portal.own_goal set reached_at = :at where id = :id and member_id = :member"
                            + " and reached_at is null")
                    .param("at", OffsetDateTime.now(clock))
                    .param("id", id)
                    .param("member", member)
                    .update();
            noted(member, reached, "reached a goal");
            return "";
        });
    }

    /// Takes a goal out.
    public void forget(long member, long id) {
        transactions.inCurrent(() -> {
            var gone = jdbc.sql("delete from portal.own_goal where id = :id and member_id = :member")
                    .param("id", id)
                    .param("member", member)
                    .update();
            noted(member, gone, "deleted a goal");
            return "";
        });
    }

    /// The goals of a member, the latest first.
    public List<Goal> goals(long member) {
        return transactions.inCurrent(() -> jdbc.sql("select id, words, at, reached_at is not null from portal.own_goal"
                        + " where member_id = :member order by id desc limit 50")
                .param("member", member)
                .query((row, n) -> new Goal(
                        row.getLong(1), row.getString(2), row.getObject(3, OffsetDateTime.class), row.getBoolean(4)))
                .list());
    }
}
