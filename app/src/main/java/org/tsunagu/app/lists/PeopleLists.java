package org.tsunagu.app.lists;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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

/// The lists as they were made (抽出リスト): counts at each step and the people, page by page or as a stream.
@Service
public class PeopleLists {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<List<String>>> CELLS = new TypeReference<>() {};
    private static final int ROWS_AT_ONCE = 1000;
    private static final String FROM = " from lists.entry e join lists.build b on b.id = e.build_id"
            + " join membership.member m on m.id = e.member_id"
            // The time on the list that the month lies in: it may have ended since.
            + " left join lateral (select o.number, o.first_month from lists.episode o where o.list = e.list"
            + " and o.member_id = e.member_id and o.first_month <= b.month and (o.is_open or o.last_month >= b.month)"
            + " order by o.number desc limit 1) p on true"
            + " left join worklists.task t on t.insurer_id = e.insurer_id and t.kind = 'LIST' and t.subject = "
            + Episodes.SUBJECT
            + " left join lateral (select c.at, c.outcome from contacts.contact c where c.member_id = e.member_id"
            + " and c.at >= p.first_month order by c.at desc, c.id desc limit 1) c on true"
            + " left join lateral (select d.state from lists.confirmation d where d.member_id = e.member_id"
            + " and d.list = e.list order by d.id desc limit 1) d on true";
    private static final String SELECT = "select e.list, e.member_id, m.name, m.kana, m.birth, e.is_on, e.reasons,"
            + " e.labels, e.certainty, p.first_month, coalesce(t.state, ''), coalesce(t.owner_name, ''),"
            + " coalesce(c.outcome, ''), c.at, coalesce(d.state, '')";
    private static final RowMapper<ListEntry> ENTRY = (row, n) -> new ListEntry(
            row.getString(1),
            row.getLong(2),
            row.getString(3),
            row.getString(4),
            row.getObject(5, LocalDate.class),
            row.getBoolean(6),
            ReasonJson.read(row.getString(7)),
            ReasonJson.read(row.getString(8)),
            Certainty.of(row.getString(9)),
            Optional.ofNullable(row.getObject(10, LocalDate.class)),
            row.getString(11),
            row.getString(12),
            row.getString(13),
            Optional.ofNullable(row.getObject(14, OffsetDateTime.class)),
            row.getString(15));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    PeopleLists(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// Which people of a list are wanted (絞り込み).
    ///
    /// @param asked `state` (`open` for those of whom it cannot be told), `stage`, `intensity`,
    /// `contact` (`yes` or `no`), `fresh` (new in this month)
    public record Query(long build, String list, Asked asked) {

        private static final Map<String, String> KNOWN = Map.of(
                "state", "open",
                "stage", "[0-9-]{1,3}",
                "intensity", "[A-Z_]{1,20}",
                "contact", "yes|no",
                "fresh", "yes");

        /// What the parameters of a request ask for.
        public static Query of(long build, String list, Map<String, String> parameters) {
            return new Query(build, list, Asked.of(KNOWN, parameters));
        }

        private String where() {
            var where = new StringBuilder(" where e.build_id = :build and e.list = :list");
            where.append(asked.get("state").isEmpty() ? " and e.is_on" : " and not e.is_on");
            for (var label : List.of("stage", "intensity")) {
                if (!asked.get(label).isEmpty()) {
                    where.append(" and exists (select 1 from jsonb_array_elements(e.labels) l where l ->> 1 = '")
                            .append(label.toUpperCase(java.util.Locale.ROOT))
                            .append("' and l ->> 2 = :")
                            .append(label)
                            .append(")");
                }
            }
            where.append(
                    switch (asked.get("contact")) {
                        case "yes" -> " and c.at is not null";
                        case "no" -> " and c.at is null";
                        default -> "";
                    });
            where.append(asked.get("fresh").isEmpty() ? "" : " and p.first_month = b.month");
            return where.toString();
        }

        private StatementSpec bind(StatementSpec statement) {
            var bound = new HashMap<String, Object>();
            bound.put("build", build);
            bound.put("list", list);
            bound.put("stage", asked.get("stage"));
            bound.put("intensity", asked.get("intensity"));
            return statement.params(bound);
        }
    }

    /// The lists of a making, by key.
    public Map<String, ListRun> runs(Build build) {
        var runs = new LinkedHashMap<String, ListRun>();
        transactions.inCurrent(() -> {
            jdbc.sql("select r.list, r.definition_id, r.steps, r.doubts, r.found, r.open, (select count(*)"
                            + " from lists.episode p where p.list = r.list and p.first_month = b.month)"
                            + " from lists.run r join lists.build b on b.id = r.build_id where r.build_id = :build"
                            + " order by r.list")
                    .param("build", build.id())
                    .query((row, n) -> new ListRun(
                            row.getString(1),
                            Optional.ofNullable(row.getObject(2, Long.class)),
                            build.people(),
                            levels(row.getString(3)),
                            doubts(row.getString(4)),
                            row.getLong(5),
                            row.getLong(6),
                            row.getLong(7)))
                    .list()
                    .forEach(run -> runs.put(run.list(), run));
            return "";
        });
        return runs;
    }

    private static List<ListRun.Level> levels(String json) {
        return MAPPER.readValue(json, CELLS).stream()
                .map(cells -> new ListRun.Level(
                        cells.get(0),
                        Long.parseLong(cells.get(1)),
                        Long.parseLong(cells.get(2)),
                        Long.parseLong(cells.get(3))))
                .toList();
    }

    private static Map<String, Long> doubts(String json) {
        return MAPPER.readValue(json, CELLS).stream()
                .collect(Collectors.toMap(
                        cells -> cells.get(0), cells -> Long.parseLong(cells.get(1)), (a, b) -> a, LinkedHashMap::new));
    }

    /// Some people of a list.
    public List<ListEntry> list(Query query, int from, int most) {
        return transactions.inCurrent(() -> query.bind(jdbc.sql(SELECT + FROM + query.where()
                        + " order by p.first_month desc nulls last, e.member_id offset :skip limit :most"))
                .param("skip", from)
                .param("most", most)
                .query(ENTRY)
                .list());
    }

    /// How many there are.
    public int count(Query query) {
        return transactions.inCurrent(() -> query.bind(jdbc.sql("select count(*)" + FROM + query.where()))
                .query(Integer.class)
                .single());
    }

    /// Who they are.
    public List<Long> people(Query query) {
        return transactions.inCurrent(() -> query.bind(jdbc.sql("select e.member_id" + FROM + query.where()))
                .query(Long.class)
                .list());
    }

    /// Hands all of them to a receiver (書き出し).
    public void each(Query query, Consumer<ListEntry> receiver) {
        transactions.inCurrent(() -> {
            try (var rows = query
                    .bind(jdbc.sql(SELECT + FROM + query.where() + " order by e.member_id"))
                    .withFetchSize(ROWS_AT_ONCE)
                    .query(ENTRY)
                    .stream()) {
                rows.forEach(receiver);
            }
            return "";
        });
    }

    /// The lists a member is on by the latest making, and those of which it cannot be told.
    public List<ListEntry> of(long memberId) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + FROM + " where e.member_id = :member and e.build_id ="
                        + " (select id from lists.build where state = 'DONE' order by month desc, id desc limit 1)"
                        + " order by e.is_on desc, e.list")
                .param("member", memberId)
                .query(ENTRY)
                .list());
    }

    /// The last month in which a person stood on a list.
    public Optional<YearMonth> lastMonth(String list, long memberId) {
        return transactions.inCurrent(() -> jdbc.sql("select b.month from lists.entry e join lists.build b"
                        + " on b.id = e.build_id where b.state = 'DONE' and e.list = :list and e.member_id = :member"
                        + " order by b.month desc limit 1")
                .param("list", list)
                .param("member", memberId)
                .query((row, n) -> YearMonth.from(row.getObject(1, LocalDate.class)))
                .optional());
    }

    /// One person of a list; empty for one who is not among them.
    public Optional<ListEntry> one(long build, String list, long memberId) {
        return transactions.inCurrent(() -> jdbc.sql(
                        SELECT + FROM + " where e.build_id = :build and e.list = :list and e.member_id = :member")
                .param("build", build)
                .param("list", list)
                .param("member", memberId)
                .query(ENTRY)
                .optional());
    }
}
