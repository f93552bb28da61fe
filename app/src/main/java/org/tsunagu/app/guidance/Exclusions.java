package org.tsunagu.app.guidance;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.MemberId;

/// Who is left out because of a drug, as the insurer has asked again (服薬の再確認による除外). Nothing is overwritten: the
/// latest answer holds.
@Service("guidanceExclusions") // tickets have exclusions too
public class Exclusions {

    private static final String SELECT = "select member_id, fiscal_year, excluded, asked, answer, asked_on, staff_name,"
            + " at from guidance.exclusion";
    private static final RowMapper<Exclusion> EXCLUSION = (row, n) -> new Exclusion(
            row.getLong(1),
            row.getInt(2),
            row.getBoolean(3),
            row.getString(4),
            row.getString(5),
            row.getObject(6, LocalDate.class),
            row.getString(7),
            row.getObject(8, OffsetDateTime.class));

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

    /// What was asked and answered (再確認の記録).
    ///
    /// @param isExcluded whether the person is left out from then on
    /// @param asked which drug or what else was asked about
    /// @param by who recorded it
    public record Exclusion(
            long memberId,
            int fiscalYear,
            boolean isExcluded,
            String asked,
            String answer,
            LocalDate askedOn,
            String by,
            OffsetDateTime at) {}

    /// What holds in a fiscal year, by member.
    Map<Long, Exclusion> inForce(int fiscalYear) {
        var latest = new HashMap<Long, Exclusion>();
        jdbc.sql(SELECT + " where fiscal_year = :year order by id")
                .param("year", fiscalYear)
                .query(EXCLUSION)
                .list()
                .forEach(one -> latest.put(one.memberId(), one));
        return latest;
    }

    /// Everything about a member, the latest first.
    public List<Exclusion> of(MemberId member) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + " where member_id = :member order by id desc")
                .param("member", member.value())
                .query(EXCLUSION)
                .list());
    }

    /// Records what was asked and answered.
    public void record(
            MemberId member, int fiscalYear, boolean isExcluded, String asked, String answer, LocalDate askedOn) {
        var actor = Actors.current();
        transactions.inCurrent(() -> {
            audit.note(Look.changed(
                    member.value(),
                    "guidance",
                    "/guidance/exclusions",
                    "%d %s".formatted(fiscalYear, isExcluded ? "excluded" : "included")));
            return jdbc.sql("insert into guidance.exclusion (insurer_id, member_id, fiscal_year, excluded, asked,"
                            + " answer, asked_on, staff_id, staff_name, at) values (:insurer, :member, :year,"
                            + " :excluded, :asked, :answer, :on, :staff, :name, :at)")
                    .param("insurer", actor.insurer().id().value())
                    .param("member", member.value())
                    .param("year", fiscalYear)
                    .param("excluded", isExcluded)
                    .param("asked", asked)
                    .param("answer", answer)
                    .param("on", Date.valueOf(askedOn))
                    .param("staff", actor.id())
                    .param("name", actor.name())
                    .param("at", OffsetDateTime.now(clock))
                    .update();
        });
    }
}
