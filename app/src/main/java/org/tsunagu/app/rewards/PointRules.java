package org.tsunagu.app.rewards;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.rewards.LintFinding;
import org.tsunagu.rules.rewards.PointLint;
import org.tsunagu.rules.rewards.PointRule;
import org.tsunagu.rules.rewards.Reward;

/// The rules for points of the current insurer (ポイントの規則): a draft holds only after it was checked; what blocks it
/// cannot
/// be passed over, everything else wants a reason, which is kept.
@Service
public class PointRules {

    private static final String SELECT = "select id, key, version, event, points, times_a_year, from_day, to_day,"
            + " dependants, reward, yen_per_point, alternative, smartphone_only, explanation, valid_months,"
            + " activated_at is not null, coalesce(activated_by, created_by), why from rewards.rule";

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final PointLint lint = new PointLint(List.of());

    PointRules(JdbcClient jdbc, TenantTransactions transactions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// What can be rewarded, or somebody might want to reward.
    public List<Row> events() {
        return lint.events();
    }

    /// All rules with what the checks say, the latest first.
    public List<StoredRule> all() {
        return transactions.inCurrent(() -> {
            var rules = jdbc.sql(SELECT + " order by id desc")
                    .query((row, n) -> stored(row))
                    .list();
            return rules.stream()
                    .map(one -> one.isActive() ? one : one.with(lint.check(one.rule(), active(rules))))
                    .toList();
        });
    }

    private static List<PointRule> active(List<StoredRule> rules) {
        return rules.stream().filter(StoredRule::isActive).map(StoredRule::rule).toList();
    }

    /// The rules in force on a day; within the transaction of the caller.
    List<StoredRule> on(LocalDate day) {
        return jdbc.sql(SELECT + " where activated_at is not null and from_day <= :day"
                        + " and coalesce(to_day, 'infinity'::date) >= :day order by id")
                .param("day", Date.valueOf(day))
                .query((row, n) -> stored(row))
                .list();
    }

    /// Whether any rule has ever rewarded an event; within the transaction of the caller.
    boolean reward(String event) {
        return jdbc.sql("select exists (select 1 from rewards.rule where event = :event and activated_at is not null)")
                .param("event", event)
                .query(Boolean.class)
                .single();
    }

    /// The rules that members can read today.
    public List<StoredRule> today() {
        return transactions.inCurrent(() -> on(LocalDate.now(clock)));
    }

    private static StoredRule stored(ResultSet row) throws SQLException {
        var rule = new PointRule(
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getInt(5),
                number(row, 6),
                row.getObject(7, LocalDate.class),
                Optional.ofNullable(row.getObject(8, LocalDate.class)),
                row.getBoolean(9),
                Reward.valueOf(row.getString(10)),
                row.getInt(11),
                row.getString(12),
                row.getBoolean(13),
                row.getString(14));
        return new StoredRule(
                row.getLong(1),
                rule,
                number(row, 15),
                row.getBoolean(16),
                row.getString(17),
                row.getString(18),
                List.of());
    }

    private static OptionalInt number(ResultSet row, int column) throws SQLException {
        var number = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /// Writes a draft down as the next version of its rule.
    public void draft(PointRule rule, OptionalInt validMonths) {
        var actor = Actors.current();
        transactions.inCurrent(() -> {
            jdbc.sql(
                            "insert into rewards.rule (insurer_id, key, version, event, points, times_a_year, from_day, to_day,"
                                    + " dependants, reward, yen_per_point, alternative, smartphone_only, explanation,"
                                    + " valid_months, created_by, created_at) values (:insurer, :key, 1 + coalesce((select"
                                    + " max(version) from rewards.rule where key = :key), 0), :event, :points, :times, :from,"
                                    + " :to, :dependants, :reward, :yen, :alternative, :smartphone, :explanation, :months, :by,"
                                    + " :now)")
                    .param("insurer", actor.insurer().id().value())
                    .param("key", rule.key())
                    .param("event", rule.event())
                    .param("points", rule.points())
                    .param("times", boxed(rule.timesAYear()), java.sql.Types.INTEGER)
                    .param("from", Date.valueOf(rule.from()))
                    .param("to", rule.to().map(Date::valueOf).orElse(null), java.sql.Types.DATE)
                    .param("dependants", rule.dependants())
                    .param("reward", rule.reward().name())
                    .param("yen", rule.yenPerPoint())
                    .param("alternative", rule.alternative())
                    .param("smartphone", rule.isSmartphoneOnly())
                    .param("explanation", rule.explanation())
                    .param("months", boxed(validMonths), java.sql.Types.INTEGER)
                    .param("by", actor.name())
                    .param("now", OffsetDateTime.now(clock))
                    .update();
            audit.note(Look.changed(0, "points", "/rewards", "draft " + rule.key()));
            return "";
        });
    }

    private static @Nullable Integer boxed(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    /// What came of putting a rule in force.
    public enum Verdict {
        ACTIVE,
        BLOCKED,
        /// There are warnings, and no reason why they are accepted.
        REASON_NEEDED
    }

    /// Puts a draft in force.
    ///
    /// @param why the warnings are accepted; may be empty where there are none
    public Verdict activate(long id, String why) {
        return transactions.inCurrent(() -> {
            // One after the other: two drafts at once would not see each other.
            jdbc.sql("select id from rewards.rule order by id for update")
                    .query(Long.class)
                    .list();
            var draft = all().stream()
                    .filter(one -> one.id() == id && !one.isActive())
                    .findFirst();
            if (draft.isEmpty() || draft.get().isBlocked()) {
                return Verdict.BLOCKED;
            }
            var findings = draft.get().findings();
            if (!findings.isEmpty() && why.isBlank()) {
                return Verdict.REASON_NEEDED;
            }
            activate(id, findings, why);
            return Verdict.ACTIVE;
        });
    }

    private void activate(long id, List<LintFinding> findings, String why) {
        var accepted = findings.stream().map(LintFinding::id).collect(Collectors.joining(" "));
        jdbc.sql("update rewards.rule set activated_by = :by, activated_at = :now, accepted = :accepted, why = :why"
                        + " where id = :id")
                .param("by", Actors.current().name())
                .param("now", OffsetDateTime.now(clock))
                .param("accepted", accepted)
                .param("why", why.strip())
                .param("id", id)
                .update();
        audit.note(
                Look.changed(0, "points", "/rewards/rules", "rule %d in force, accepted %s".formatted(id, accepted)));
    }

    /// Ends a rule after a day.
    public void end(long id, LocalDate last) {
        transactions.inCurrent(() -> {
            jdbc.sql("update rewards.rule set to_day = :last where id = :id and from_day <= :last")
                    .param("last", Date.valueOf(last))
                    .param("id", id)
                    .update();
            audit.note(Look.changed(0, "points", "/rewards/rules", "rule %d ends %s".formatted(id, last)));
            return "";
        });
    }
}
