package org.tsunagu.app.planning;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.rates.Percent;

/// The targets of the current insurer by year (年度別の目標値); every version is kept.
@Service
public class Targets {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    Targets(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// All versions of a year, the one that counts first.
    public List<Target> of(FiscalYear year) {
        return transactions.inCurrent(() -> jdbc.sql("select fiscal_year, version, checkup_rate, guidance_rate, note,"
                        + " staff_name, set_at from planning.target where fiscal_year = :year order by version desc")
                .param("year", year.year())
                .query((row, n) -> new Target(
                        new FiscalYear(row.getInt(1)),
                        row.getInt(2),
                        new Percent(row.getBigDecimal(3)),
                        new Percent(row.getBigDecimal(4)),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class)))
                .list());
    }

    /// What counts in a year.
    public Optional<Target> find(FiscalYear year) {
        return of(year).stream().findFirst();
    }

    /// Sets a year's target anew, by the current actor.
    ///
    /// @param seen version that was on the page, 0 for none
    ///
    /// @return false when somebody else has set it meanwhile: then nothing is written
    public boolean set(FiscalYear year, int seen, Percent checkup, Percent guidance, String note) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> jdbc.sql("insert into planning.target (insurer_id, fiscal_year, version,"
                                + " checkup_rate, guidance_rate, note, staff_id, staff_name)"
                                + " select :insurer, :year, :seen + 1, :checkup, :guidance, :note, :staff, :name"
                                + " where :seen = (select coalesce(max(version), 0) from planning.target"
                                + " where fiscal_year = :year)"
                                + " on conflict (insurer_id, fiscal_year, version) do nothing")
                        .param("insurer", actor.insurer().id().value())
                        .param("year", year.year())
                        .param("seen", seen)
                        .param("checkup", checkup.fraction())
                        .param("guidance", guidance.fraction())
                        .param("note", note)
                        .param("staff", actor.id())
                        .param("name", actor.name())
                        .update()
                > 0);
    }
}
