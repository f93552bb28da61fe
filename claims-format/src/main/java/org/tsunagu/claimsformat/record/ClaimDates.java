package org.tsunagu.claimsformat.record;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.time.Dates;

/// Dates and months as claims write them (日付・年月): western `YYYYMMDD` and `YYYYMM`, or with the number of the era
/// `GYYMMDD` and `GYYMM` in files up to about 2020. The length of each field decides, never the date of the file. Era
/// years that go on for some months after a change of era are accepted (Heisei 31 to December).
public final class ClaimDates {

    private static final int YEAR_DIGITS = 4;
    private static final int ERA_YEAR = 3;
    private static final int MONTH = 100;
    private static final int ERAS = 10;
    private static final int DAY = 10_000;

    private final int[] baseYears = new int[ERAS];
    private final int[] lastYears = new int[ERAS];

    private ClaimDates(Table table) {
        for (var row : table.rows()) {
            baseYears[row.integer("code")] = row.integer("base_year");
            lastYears[row.integer("code")] = row.integer("last_year");
        }
    }

    /// With the eras as shipped; read once.
    public static ClaimDates shipped() {
        return Shipped.DATES;
    }

    /// With cells of the table of eras corrected.
    public static ClaimDates with(List<Correction> corrections) {
        return new ClaimDates(Table.read("record/eras", ClaimDates.class.getResourceAsStream("eras.tsv"))
                .with(corrections));
    }

    /// A day; empty when the column is blank, has another length or is no day of the calendar.
    public Optional<LocalDate> day(FileRow row, int column) {
        return switch (row.length(column) - YEAR_DIGITS) {
            case YEAR_DIGITS -> western(row.number(column));
            case ERA_YEAR -> era(row.number(column));
            default -> Optional.empty();
        };
    }

    /// A month; empty when the column is blank, has another length or is no month.
    public Optional<YearMonth> month(FileRow row, int column) {
        var withDay = row.number(column) * MONTH + 1;
        return switch (row.length(column) - 2) {
            case YEAR_DIGITS -> western(withDay).map(YearMonth::from);
            case ERA_YEAR -> era(withDay).map(YearMonth::from);
            default -> Optional.empty();
        };
    }

    private static Optional<LocalDate> western(long number) {
        return number < 0 ? Optional.empty() : of(number / DAY, number);
    }

    private Optional<LocalDate> era(long number) {
        if (number < 0) {
            return Optional.empty();
        }
        var era = (int) (number / (DAY * MONTH));
        var year = number / DAY % MONTH;
        var isKnown = era < ERAS && baseYears[era] > 0 && year >= 1 && year <= lastYears[era];
        return isKnown ? of(baseYears[era] + year, number) : Optional.empty();
    }

    private static Optional<LocalDate> of(long year, long number) {
        return Dates.of((int) year, (int) (number / MONTH % MONTH), (int) (number % MONTH));
    }

    private static final class Shipped {
        private static final ClaimDates DATES = ClaimDates.with(List.of());
    }
}
