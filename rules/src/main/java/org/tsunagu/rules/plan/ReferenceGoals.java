package org.tsunagu.rules.plan;

import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.table.Basis;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.rates.Percent;

/// The goals the state sets for each kind of insurer (参酌標準・目標値), `targets.tsv`. Most rows are not confirmed; each goal
/// carries its row.
public final class ReferenceGoals {

    private final Table table;

    /// Reads the table.
    public ReferenceGoals(List<Correction> corrections) {
        table = Table.read("plan/targets", ReferenceGoals.class.getResourceAsStream("targets.tsv"))
                .with(corrections);
    }

    /// All tables.
    public List<Table> tables() {
        return List.of(table);
    }

    /// The goal of a kind of insurer in the period of a year; empty when there is none.
    ///
    /// @param insurerType word of column `insurer_type`, for example `NHI_UNION`
    public Optional<Goal> find(String insurerType, FiscalYear year) {
        return table.on(year.firstDay()).stream()
                .filter(row -> row.text("insurer_type").equals(insurerType))
                .map(Goal::of)
                .findFirst();
    }

    /// A goal (目標).
    ///
    /// @param year fiscal year in which it is to be reached
    public record Goal(FiscalYear year, Percent checkup, Percent guidance, Basis basis) {

        private static Goal of(Row row) {
            return new Goal(
                    new FiscalYear(row.integer("target_fy")),
                    percent(row, "checkup_pct"),
                    percent(row, "guidance_pct"),
                    row.basis());
        }

        private static Percent percent(Row row, String column) {
            return new Percent(row.decimal(column).orElseThrow().movePointLeft(2));
        }
    }
}
