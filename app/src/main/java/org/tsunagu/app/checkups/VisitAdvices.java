package org.tsunagu.app.checkups;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.tables.ReasonJson;
import org.tsunagu.app.ui.Asked;
import org.tsunagu.codes.table.Certainty;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Who should see a doctor, by value and by years without treatment (受診勧奨の一覧).
@Service
public class VisitAdvices {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<List<String>>> LISTS = new TypeReference<>() {};
    private static final int ROWS_AT_ONCE = 1000;
    private static final String FROM = " from checkups.visit_advice a join membership.member m on m.id = a.member_id";
    private static final String TODAY = "(now() at time zone 'Asia/Tokyo')::date";
    private static final String SELECT = "select a.member_id, m.name, m.kana, a.variable, a.shown, a.fiscal_year,"
            + " a.exam_date, a.treated, a.years, a.history, a.certainty, a.reason" + FROM;
    private static final RowMapper<VisitAdvice> ADVICE = (row, n) -> new VisitAdvice(
            row.getLong(1),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getInt(6),
            row.getObject(7, java.time.LocalDate.class),
            Treatment.valueOf(row.getString(8)),
            row.getInt(9),
            MAPPER.readValue(row.getString(10), LISTS).stream()
                    .map(year -> new VisitAdvice.Year(
                            Integer.parseInt(year.get(0)), year.get(1), Treatment.valueOf(year.get(2))))
                    .toList(),
            Certainty.of(row.getString(11)),
            ReasonJson.read(row.getString(12)));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    VisitAdvices(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// Where the list is.
    public static final String ADDRESS = "/checkups/visits";

    /// Which people are wanted (絞り込み).
    ///
    /// @param asked `variable`, `years` (at least), `treated` (`no` for those without a drug), `value` (this or
    /// worse, with a variable), `sex`, `year`, `sort` (`value` or empty for years)
    public record Query(Asked asked) {

        private static final Map<String, String> KNOWN = Map.of(
                "variable", "[a-z0-9_]{1,30}",
                "years", "[1-9][0-9]?",
                "treated", "no|yes",
                "value", "[0-9]{1,4}(\\.[0-9])?",
                "sex", "[12]",
                "year", "[0-9]{4}",
                "sort", "value");

        /// What the parameters of a request ask for.
        public static Query of(Map<String, String> parameters) {
            return new Query(Asked.of(KNOWN, parameters));
        }

        private String get(String name) {
            return asked.get(name);
        }

        private String where() {
            var where = new StringBuilder(" where exists (select 1 from membership.coverage c"
                    + " where c.member_id = a.member_id and c.from_day <= " + TODAY
                    + " and coalesce(c.to_day, 'infinity'::date) >= " + TODAY + ")");
            where.append(get("variable").isEmpty() ? "" : " and a.variable = :variable");
            where.append(get("years").isEmpty() ? "" : " and a.years >= :years");
            where.append(get("sex").isEmpty() ? "" : " and m.sex = :sex");
            where.append(get("year").isEmpty() ? "" : " and a.fiscal_year = :year");
            where.append(
                    switch (get("treated")) {
                        case "no" -> " and a.treated <> 'YES'";
                        case "yes" -> " and a.treated = 'YES'";
                        default -> "";
                    });
            if (!get("value").isEmpty() && !get("variable").isEmpty()) {
                where.append(" and case when a.is_low then a.value <= :value else a.value >= :value end");
            }
            return where.toString();
        }

        /// Values of different things cannot be put in one order.
        private String order() {
            return get("sort").equals("value") && !get("variable").isEmpty()
                    ? " order by case when a.is_low then -a.value else a.value end desc nulls last, a.member_id"
                    : " order by a.years desc, a.exam_date desc, a.member_id, a.variable";
        }

        private StatementSpec bind(StatementSpec statement) {
            var bound = new HashMap<String, Object>();
            bound.put("variable", get("variable"));
            bound.put("years", get("years").isEmpty() ? 0 : Integer.parseInt(get("years")));
            bound.put("year", get("year").isEmpty() ? 0 : Integer.parseInt(get("year")));
            bound.put("sex", get("sex"));
            bound.put("value", get("value").isEmpty() ? BigDecimal.ZERO : new BigDecimal(get("value")));
            return statement.params(bound);
        }
    }

    /// Some of the list.
    public List<VisitAdvice> list(Query query, int from, int most) {
        return transactions.inCurrent(
                () -> query.bind(jdbc.sql(SELECT + query.where() + query.order() + " offset :skip limit :most"))
                        .param("skip", from)
                        .param("most", most)
                        .query(ADVICE)
                        .list());
    }

    /// How many values and how many people there are.
    public record Total(int values, int people) {}

    /// How many there are.
    public Total count(Query query) {
        return transactions.inCurrent(
                () -> query.bind(jdbc.sql("select count(*), count(distinct a.member_id)" + FROM + query.where()))
                        .query((row, n) -> new Total(row.getInt(1), row.getInt(2)))
                        .single());
    }

    /// Hands the whole list to a receiver (書き出し).
    public void each(Query query, Consumer<VisitAdvice> receiver) {
        transactions.inCurrent(() -> {
            try (var rows = query
                    .bind(jdbc.sql(SELECT + query.where() + query.order()))
                    .withFetchSize(ROWS_AT_ONCE)
                    .query(ADVICE)
                    .stream()) {
                rows.forEach(receiver);
            }
            return "";
        });
    }

    /// The people of the list.
    public List<Long> people(Query query) {
        return transactions.inCurrent(() -> query.bind(jdbc.sql("select distinct a.member_id" + FROM + query.where()))
                .query(Long.class)
                .list());
    }

    /// The values there are, with how many people each.
    public Map<String, Integer> variables() {
        var counts = new TreeMap<String, Integer>();
        transactions.inCurrent(() -> {
            jdbc.sql("select variable, count(*) from checkups.visit_advice group by variable")
                    .query(row -> {
                        counts.put(row.getString(1), row.getInt(2));
                    });
            return "";
        });
        return counts;
    }
}
