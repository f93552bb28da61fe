package org.tsunagu.app.guidance;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.rules.flow.Facts;
import org.tsunagu.rules.guidance.Circumstance;
import org.tsunagu.rules.guidance.CourseKind;
import org.tsunagu.rules.guidance.Event;
import org.tsunagu.rules.guidance.Support;
import org.tsunagu.rules.guidance.Trigger;
import org.tsunagu.rules.stratification.Level;

/// Reads courses (特定保健指導の読み出し), within the transaction of the caller.
@Component
class CourseStore {

    private static final int ROWS_AT_ONCE = 500;
    private static final String SELECT = "select c.id, c.member_id, c.checkup_day, c.fiscal_year, c.level, c.kind,"
            + " c.checkup_waist, c.checkup_weight, c.provider, c.version, c.opened_on,"
            + " coalesce(c.provider_id, 0), e.id, e.trigger, e.on_day,"
            + " e.facts, e.supports, e.next_day, e.waist, e.weight, e.goals, e.words, e.done_by, e.corrects,"
            + " e.annuls, e.origin, e.staff_name, e.at, e.document_id from guidance.course c"
            + " left join guidance.event e on e.course_id = c.id";
    private static final String ORDER = " order by c.id, e.id";
    private static final int FIRST_OF_EVENT = 13;

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    CourseStore(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// The courses of checkups of a fiscal year, one after the other.
    void ofYear(int fiscalYear, Consumer<PersonCourse> each) {
        stream(jdbc.sql(SELECT + " where c.fiscal_year = :year" + ORDER).param("year", fiscalYear), each);
    }

    Optional<PersonCourse> find(long id) {
        return all(jdbc.sql(SELECT + " where c.id = :id" + ORDER).param("id", id)).stream()
                .findFirst();
    }

    /// The courses of members, the earliest checkup first.
    List<PersonCourse> of(List<Long> members) {
        return all(jdbc.sql(SELECT + " where c.member_id = any(:members) order by c.checkup_day, c.id, e.id")
                .param("members", members.toArray(Long[]::new)));
    }

    /// Courses whose checkup is of a day or later.
    List<PersonCourse> since(LocalDate day) {
        return all(jdbc.sql(SELECT + " where c.checkup_day >= :day" + ORDER).param("day", java.sql.Date.valueOf(day)));
    }

    /// Whoever writes about a person waits for whoever does so already: first the people, then their
    /// courses, also those that an outside provider does not see.
    /// Rows that only refer to them are not kept waiting.
    void lock(Collection<Long> memberIds) {
        var ids = memberIds.toArray(Long[]::new);
        transactions.beyondProvider(() -> {
            for (var table : List.of(
                    "select id from membership.member where id = any(:members) order by id for no key update",
                    "select id from guidance.course where member_id = any(:members) order by id for no key update")) {
                jdbc.sql(table).param("members", ids).query(Long.class).list();
            }
            return ids;
        });
    }

    private static List<PersonCourse> all(StatementSpec statement) {
        var all = new ArrayList<PersonCourse>();
        stream(statement, all::add);
        return all;
    }

    private static void stream(StatementSpec statement, Consumer<PersonCourse> each) {
        var rows = new Rows(each);
        statement.withFetchSize(ROWS_AT_ONCE).query(rows::row);
        rows.end();
    }

    /// Puts the events of a course together as its rows come.
    private static final class Rows {
        private final Consumer<PersonCourse> each;
        private Optional<PersonCourse> course = Optional.empty();
        private List<Recorded> events = new ArrayList<>();

        Rows(Consumer<PersonCourse> each) {
            this.each = each;
        }

        void row(ResultSet row) throws SQLException {
            var id = row.getLong(1);
            if (course.filter(one -> one.id() == id).isEmpty()) {
                end();
                course = Optional.of(course(row));
                events = new ArrayList<>();
            }
            if (row.getLong(FIRST_OF_EVENT) != 0) {
                events.add(recorded(row));
            }
        }

        void end() {
            course.ifPresent(one -> each.accept(one.with(List.copyOf(events))));
            course = Optional.empty();
        }
    }

    private static PersonCourse course(ResultSet row) throws SQLException {
        return new PersonCourse(
                row.getLong(1),
                row.getLong(2),
                row.getObject(3, LocalDate.class),
                row.getInt(4),
                Level.valueOf(row.getString(5)),
                CourseKind.valueOf(row.getString(6)),
                Optional.ofNullable(row.getBigDecimal(7)),
                Optional.ofNullable(row.getBigDecimal(8)),
                new Holder(row.getLong(12), row.getString(9)),
                row.getInt(10),
                row.getObject(11, LocalDate.class),
                List.of());
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        var event = new Event(
                Trigger.valueOf(row.getString("trigger")),
                row.getObject("on_day", LocalDate.class),
                facts(texts(row, "facts")),
                texts(row, "supports").stream().map(CourseStore::support).toList(),
                Optional.ofNullable(row.getObject("next_day", LocalDate.class)));
        return new Recorded(
                row.getLong(FIRST_OF_EVENT),
                event,
                Optional.ofNullable(row.getBigDecimal("waist")),
                Optional.ofNullable(row.getBigDecimal("weight")),
                texts(row, "goals"),
                row.getString("words"),
                row.getString("done_by"),
                row.getLong("corrects"),
                row.getBoolean("annuls"),
                row.getString("origin"),
                row.getString("staff_name"),
                row.getObject("at", OffsetDateTime.class),
                row.getLong("document_id"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static String[] facts(Facts facts) {
        return facts.numbers().entrySet().stream()
                .map(fact -> fact.getKey() + "=" + fact.getValue().toPlainString())
                .sorted()
                .toArray(String[]::new);
    }

    private static Facts facts(List<String> written) {
        Map<String, BigDecimal> numbers = new HashMap<>();
        written.forEach(fact -> {
            var at = fact.indexOf('=');
            numbers.put(fact.substring(0, at), new BigDecimal(fact.substring(at + 1)));
        });
        return new Facts(numbers);
    }

    static String[] supports(List<Support> supports) {
        return supports.stream()
                .map(one -> one.written()
                        + one.circumstances().stream()
                                .map(Circumstance::name)
                                .sorted()
                                .map("|"::concat)
                                .collect(Collectors.joining()))
                .toArray(String[]::new);
    }

    private static Support support(String written) {
        var parts = List.of(written.split("\\|"));
        var head = List.of(parts.getFirst().split(":"));
        var minutes = head.size() > 1 ? OptionalInt.of(Integer.parseInt(head.getLast())) : OptionalInt.empty();
        return new Support(
                head.getFirst(),
                minutes,
                Optional.empty(),
                parts.stream().skip(1).map(Circumstance::valueOf).collect(Collectors.toSet()));
    }
}
