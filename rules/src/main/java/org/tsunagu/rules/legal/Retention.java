package org.tsunagu.rules.legal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.time.FiscalYear;

/// How long records are kept (保存期間), `retention.tsv`: until the latest of all days that its rows
/// give.
public final class Retention {

    private static final Table TABLE = table(List.of());

    private Retention() {}

    /// The table with corrections.
    public static Table table(List<Correction> corrections) {
        return Table.read("legal/retention", Retention.class.getResourceAsStream("retention.tsv"))
                .with(corrections);
    }

    /// What an insurer has chosen (保険者の設定).
    ///
    /// @param extraYears beyond the rules
    /// @param keepsInsured whether records of people still insured are kept whatever their age
    public record Policy(int extraYears, boolean keepsInsured) {}

    /// Which day it was that decides.
    public enum Because {
        /// So many years have passed since the record was made (作成からの年数).
        YEARS,
        /// The fiscal year after leaving has ended (異動の翌年度末).
        LEFT,
        /// The person is still insured (加入中).
        INSURED
    }

    /// How long a record is kept.
    ///
    /// @param until the last day; empty while it cannot be said
    /// @param row which decides
    public record Term(Optional<LocalDate> until, Row row, Because because) {

        /// Whether the record may be deleted on a day.
        public boolean isOver(LocalDate day) {
            return until.filter(day::isAfter).isPresent();
        }
    }

    /// The kinds of records that there are rows for, in the order in which they are deleted.
    public static List<String> kinds() {
        return TABLE.rows().stream()
                .flatMap(row -> List.of(row.text("records").split(",")).stream())
                .distinct()
                .toList();
    }

    /// The kinds of which nothing may be kept of a person any more before a record of a kind goes
    /// (もとの記録がある間は残す); `*` in the table are all that go earlier.
    public static List<String> waitsFor(String kind) {
        return TABLE.rows().stream()
                .filter(row -> isAbout(row, kind))
                .flatMap(row -> waitsFor(kind, row.text("after")).stream())
                .distinct()
                .toList();
    }

    private static List<String> waitsFor(String kind, String after) {
        if (after.isEmpty()) {
            return List.of();
        }
        return after.equals("*") ? kinds().subList(0, kinds().indexOf(kind)) : List.of(after.split(","));
    }

    /// The latest day on which a record must have been made to be deleted on a day.
    public static LocalDate latestMade(String kind, LocalDate day, Policy policy) {
        return rows(kind, day).stream()
                .map(row -> day.minusYears(row.integer("years") + policy.extraYears()))
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    /// How long a record is kept, by the rows in force on a day.
    ///
    /// @param lastInsured last day on which the person was insured; empty while the person is
    /// @throws IllegalArgumentException for a kind without a row
    public static Term term(
            String kind, LocalDate made, Optional<LocalDate> lastInsured, LocalDate day, Policy policy) {
        return rows(kind, day).stream()
                .map(row -> term(row, made, lastInsured, policy))
                .max(Comparator.comparing(term -> term.until().orElse(LocalDate.MAX)))
                .orElseThrow(() -> new IllegalArgumentException("legal/retention: no row for " + kind));
    }

    private static Term term(Row row, LocalDate made, Optional<LocalDate> lastInsured, Policy policy) {
        var byYears = made.plusYears(row.integer("years") + policy.extraYears());
        if (row.text("fiscal_years_after_leaving").isEmpty()) {
            return new Term(Optional.of(byYears), row, Because.YEARS);
        }
        if (lastInsured.isEmpty()) {
            return policy.keepsInsured() || row.text("while_insured").equals("true")
                    ? new Term(Optional.empty(), row, Because.INSURED)
                    : new Term(Optional.of(byYears), row, Because.YEARS);
        }
        var years = row.integer("fiscal_years_after_leaving");
        var byLeaving =
                FiscalYear.containing(lastInsured.get().plusDays(1)).lastDay().plusYears(years);
        return byLeaving.isAfter(byYears)
                ? new Term(Optional.of(byLeaving), row, Because.LEFT)
                : new Term(Optional.of(byYears), row, Because.YEARS);
    }

    private static List<Row> rows(String kind, LocalDate day) {
        return TABLE.on(day).stream().filter(row -> isAbout(row, kind)).toList();
    }

    private static boolean isAbout(Row row, String kind) {
        return List.of(row.text("records").split(",")).contains(kind);
    }
}
