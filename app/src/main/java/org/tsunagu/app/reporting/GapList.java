package org.tsunagu.app.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.tables.ReasonJson;
import org.tsunagu.app.ui.Asked;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.rates.Rate;

/// What is missing in a count, person by person (提出前の確認).
@Service
public class GapList {

    private static final int ROWS_AT_ONCE = 1000;
    private static final int SCALE = 4;
    private static final String FROM = " from reporting.gap g"
            + " left join membership.member m on m.id = g.member_id"
            + " left join checkups.checkup c on c.id = g.checkup_id"
            + " left join intake.document x on x.id = g.document_id";
    /// What changes a rate comes first.
    private static final String ORDER = " order by abs(g.above) desc, g.gap, g.seq";
    private static final String SELECT =
            "select g.seq, coalesce(g.member_id, 0), coalesce(m.name, ''), coalesce(m.kana,"
                    + " x.kana, ''), coalesce(m.employer, ''), coalesce(c.exam_date, x.exam_date),"
                    + " coalesce(c.facility, x.facility, ''), coalesce(x.delivery_id, 0), coalesce(x.entry, ''), g.gap,"
                    + " g.detail, g.indicator, g.above, g.below" + FROM;

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    GapList(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// Which gaps are wanted (絞り込み).
    ///
    /// @param asked `gap` (a row of `gaps.tsv`), `cost` (`1`: only what changes a rate), `person`
    public record Query(Asked asked) {

        private static final Map<String, String> KNOWN =
                Map.of("gap", "[A-Z_]{1,30}", "cost", "1", "person", "[0-9]{1,18}");

        /// What the parameters of a request ask for.
        public static Query of(Map<String, String> parameters) {
            return new Query(Asked.of(KNOWN, parameters));
        }

        private String get(String name) {
            return asked.get(name);
        }

        private String where() {
            var where = new StringBuilder(" where g.report_id = :report");
            where.append(get("gap").isEmpty() ? " and g.gap = any(:open)" : " and g.gap = :gap");
            where.append(get("cost").isEmpty() ? "" : " and g.above <> 0");
            where.append(get("person").isEmpty() ? "" : " and g.member_id = :person::bigint");
            return where.toString();
        }
    }

    /// A gap as it is shown (不足の1行).
    ///
    /// @param memberId 0 while nobody is known
    /// @param deliveryId and `entry`: the document; 0 and empty for none
    /// @param detail codes: missing groups, why it is held, rows of rules
    /// @param indicator whose rate it would change; empty for none
    public record Line(
            int seq,
            long memberId,
            String name,
            String kana,
            String employer,
            Optional<LocalDate> examDate,
            String facility,
            long deliveryId,
            String entry,
            String gap,
            List<String> detail,
            String indicator,
            int above,
            int below) {

        /// By how many points the rate of everybody would change when it is put right; below zero what
        /// the report loses as long as it is not. Empty where it would change none, or has no
        /// denominator.
        ///
        /// @param rates of everybody, by indicator
        public Optional<BigDecimal> points(Map<String, Rate> rates) {
            var rate = rates.get(indicator);
            if (rate == null || rate.denominator() + below == 0) {
                return Optional.empty();
            }
            var hundred = BigDecimal.valueOf(100);
            var after = hundred.multiply(BigDecimal.valueOf(rate.numerator() + above))
                    .divide(BigDecimal.valueOf(rate.denominator() + below), SCALE, RoundingMode.HALF_UP);
            var before = rate.denominator() == 0
                    ? BigDecimal.ZERO
                    : hundred.multiply(BigDecimal.valueOf(rate.numerator()))
                            .divide(BigDecimal.valueOf(rate.denominator()), SCALE, RoundingMode.HALF_UP);
            return Optional.of(after.subtract(before).setScale(SCALE - 1, RoundingMode.HALF_UP));
        }
    }

    /// The kinds there are, in the order of the page.
    public List<Row> kinds() {
        return ReportRules.gaps();
    }

    /// How many there are of each kind.
    public Map<String, Integer> counts(long report) {
        var counts = new LinkedHashMap<String, Integer>();
        transactions.inCurrent(() -> {
            jdbc.sql("select gap, count(*) from reporting.gap where report_id = :report group by gap")
                    .param("report", report)
                    .query(row -> {
                        counts.put(row.getString(1), row.getInt(2));
                    });
            return "";
        });
        return counts;
    }

    /// How many a query finds.
    public int count(long report, Query query) {
        return transactions.inCurrent(() -> statement("select count(*)" + FROM + query.where(), report, query)
                .query(Integer.class)
                .single());
    }

    /// A page of them.
    public List<Line> list(long report, Query query, int from, int most) {
        return transactions.inCurrent(
                () -> statement(SELECT + query.where() + ORDER + " offset :from limit :most", report, query)
                        .param("from", from)
                        .param("most", most)
                        .query((row, n) -> line(row))
                        .list());
    }

    /// The people of a query.
    public List<Long> people(long report, Query query) {
        return transactions.inCurrent(() -> statement(
                        "select distinct g.member_id" + FROM + query.where() + " and g.member_id is not null",
                        report,
                        query)
                .query(Long.class)
                .list());
    }

    /// All of them, one by one.
    public void each(long report, Query query, Consumer<Line> sink) {
        transactions.inCurrent(() -> {
            statement(SELECT + query.where() + ORDER, report, query)
                    .withFetchSize(ROWS_AT_ONCE)
                    .query((RowCallbackHandler) row -> sink.accept(line(row)));
            return "";
        });
    }

    private StatementSpec statement(String sql, long report, Query query) {
        var open = ReportRules.gaps().stream()
                .filter(row -> row.text("is_open").equals("1"))
                .map(Row::key)
                .toArray(String[]::new);
        return jdbc.sql(sql)
                .param("report", report)
                .param("open", open)
                .param("gap", query.get("gap"))
                .param("person", query.get("person"));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getInt(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Optional.ofNullable(row.getObject(6, LocalDate.class)),
                row.getString(7),
                row.getLong(8),
                row.getString(9),
                row.getString(10),
                ReasonJson.readWords(row.getString(11)),
                row.getString(12),
                row.getInt(13),
                row.getInt(14));
    }
}
