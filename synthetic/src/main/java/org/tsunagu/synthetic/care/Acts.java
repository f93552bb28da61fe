package org.tsunagu.synthetic.care;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// What things cost in a month (点数), `acts.tsv`: fees changed when the schedule did.
public final class Acts {

    private final Table table = Table.read("care/acts", Acts.class.getResourceAsStream("acts.tsv"));
    private final Map<YearMonth, Schedule> schedules = new ConcurrentHashMap<>();

    /// The table as shipped.
    public Acts() {}

    /// The fees of a month.
    public Schedule in(YearMonth month) {
        return schedules.computeIfAbsent(month, m -> new Schedule(table.on(m.atDay(1))));
    }

    /// Every act as on a day, for a master.
    List<Row> rows(LocalDate day) {
        return table.on(day);
    }

    /// All rows of all times.
    List<Row> rows() {
        return table.rows();
    }

    /// The fees of one month (点数表).
    public static final class Schedule {

        private final Map<String, Act> acts = new HashMap<>();

        private Schedule(List<Row> rows) {
            rows.forEach(row -> acts.put(row.text("act"), Act.of(row)));
        }

        /// An act by its key.
        ///
        /// @throws IllegalArgumentException if there is none in this month
        public Act get(String key) {
            var act = acts.get(key);
            if (act == null) {
                throw new IllegalArgumentException("no act %s in the month".formatted(key));
            }
            return act;
        }

        /// Whether there is such an act in this month.
        public boolean has(String key) {
            return acts.containsKey(key);
        }

        /// The acts whose key begins like this, dearest first.
        public List<Act> beginning(String... prefixes) {
            return acts.entrySet().stream()
                    .filter(entry -> List.of(prefixes).stream().anyMatch(entry.getKey()::startsWith))
                    .map(Map.Entry::getValue)
                    .sorted(Comparator.comparingLong(Act::points).reversed().thenComparing(Act::code))
                    .toList();
        }
    }
}
