package org.tsunagu.rules.flow;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Row;

/// By when something must happen in a state (期限): the clocks of a table in force on one day.
public final class Clocks {

    private final List<Row> rows;

    /// Reads rows in force on one day.
    public Clocks(List<Row> inForce) {
        this.rows = List.copyOf(inForce);
    }

    /// What is due (次にすること).
    ///
    /// @param on last day, or the first on which it may happen where the row says so
    /// @param warnFrom first day on which people should hear of it
    public record Due(LocalDate on, LocalDate warnFrom, Row row) {

        /// What to do, Japanese for `ja`, English for every other language.
        public String action(Locale locale) {
            return row.text(locale.getLanguage().equals("ja") ? "action_ja" : "action_en");
        }
    }

    /// What is due in a state, the earliest first.
    ///
    /// @param dates days by the names that the column `since` uses; a clock whose day is not there does not run
    public List<Due> due(String state, Map<String, LocalDate> dates) {
        return rows.stream()
                .filter(row -> Stream.of(row.text("states").split(",")).anyMatch(state::equals))
                .flatMap(
                        row -> Optional.ofNullable(dates.get(row.text("since"))).map(since -> due(row, since)).stream())
                .sorted(Comparator.comparing(Due::on))
                .toList();
    }

    private static Due due(Row row, LocalDate since) {
        var on = since.plusMonths(number(row, "months")).plusDays(number(row, "days"));
        return new Due(on, on.minusDays(number(row, "warn_days")), row);
    }

    private static long number(Row row, String column) {
        return row.text(column).isEmpty() ? 0 : row.integer(column);
    }
}
