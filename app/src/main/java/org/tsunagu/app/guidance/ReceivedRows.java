package org.tsunagu.app.guidance;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.guidance.ReceivedGuidance.Said;
import org.tsunagu.app.guidance.ReceivedGuidance.State;

/// What has become of received documents (受け取った文書の記録), within the transaction of the caller.
@Component
class ReceivedRows {

    private static final String SELECT =
            "select document_id, member_id, coalesce(course_id, 0), state, checkup_day, level,"
                    + " early, points, waist_weight, until_day, found, problems from guidance.received";
    private static final RowMapper<ReceivedGuidance> ROW = (row, n) -> new ReceivedGuidance(
            row.getLong(1),
            row.getLong(2),
            row.getLong(3),
            State.valueOf(row.getString(4)),
            said(row),
            differences(row, "found"),
            differences(row, "problems"));

    private final JdbcClient jdbc;
    private final Clock clock;

    ReceivedRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Documents of which a course was made, with their members.
    Map<Long, Long> takenOf(Collection<Long> members) {
        var found = new HashMap<Long, Long>();
        jdbc.sql("select document_id, member_id from guidance.received where member_id = any(:members)"
                        + " and state = 'TAKEN' and course_id is not null")
                .param("members", members.toArray(Long[]::new))
                .query(row -> {
                    found.put(row.getLong(1), row.getLong(2));
                });
        return found;
    }

    private static Said said(ResultSet row) throws SQLException {
        var points = Optional.ofNullable(row.getObject("points", Integer.class));
        return new Said(
                Optional.ofNullable(row.getObject("checkup_day", LocalDate.class)),
                row.getString("level"),
                row.getString("early"),
                points.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                row.getString("waist_weight"),
                Optional.ofNullable(row.getObject("until_day", LocalDate.class)));
    }

    private static List<Difference> differences(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(Difference::read)
                .toList();
    }

    /// Writes what has become of a document over what was known of it.
    void put(InsurerId insurer, ReceivedGuidance row) {
        var said = row.said();
        jdbc.sql("insert into guidance.received (document_id, insurer_id, member_id, course_id, state, checkup_day,"
                        + " level, early, points, waist_weight, until_day, found, problems, at) values (:document,"
                        + " :insurer, :member, :course, :state, :day, :level, :early, :points, :waistWeight, :until,"
                        + " :found, :problems, :at) on conflict (document_id) do update set"
                        + " member_id = excluded.member_id, course_id = excluded.course_id, state = excluded.state,"
                        + " checkup_day = excluded.checkup_day, level = excluded.level, early = excluded.early,"
                        + " points = excluded.points, waist_weight = excluded.waist_weight,"
                        + " until_day = excluded.until_day, found = excluded.found, problems = excluded.problems,"
                        + " at = excluded.at")
                .param("document", row.documentId())
                .param("insurer", insurer.value())
                .param("member", row.memberId())
                .param("course", row.courseId() == 0 ? null : row.courseId(), Types.BIGINT)
                .param("state", row.state().name())
                .param("day", said.checkupDay().map(Date::valueOf).orElse(null), Types.DATE)
                .param("level", said.level())
                .param("early", said.early())
                .param("points", said.points().isEmpty() ? null : said.points().getAsInt(), Types.INTEGER)
                .param("waistWeight", said.waistWeight())
                .param("until", said.until().map(Date::valueOf).orElse(null), Types.DATE)
                .param("found", written(row.found()))
                .param("problems", written(row.problems()))
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    private static String[] written(List<Difference> differences) {
        return differences.stream().map(Difference::written).toArray(String[]::new);
    }

    void withdraw(long documentId) {
        jdbc.sql("update guidance.received set state = 'WITHDRAWN', found = '{}', problems = '{}'"
                        + " where document_id = :document")
                .param("document", documentId)
                .update();
    }

    /// Says anew what disagrees with a course: it changes with every record.
    void refresh(PersonCourse course) {
        var rows = taken(List.of(course.id()));
        if (rows.isEmpty()) {
            return;
        }
        var disagreements = new Disagreements(course);
        for (var row : rows) {
            var problems = disagreements.with(row);
            if (!problems.equals(row.problems())) {
                jdbc.sql("update guidance.received set problems = :problems where document_id = :document")
                        .param("problems", written(problems))
                        .param("document", row.documentId())
                        .update();
            }
        }
    }

    List<ReceivedGuidance> of(Collection<Long> documentIds) {
        return jdbc.sql(SELECT + " where document_id = any(:documents) order by document_id")
                .param("documents", documentIds.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    Optional<ReceivedGuidance> find(long documentId) {
        return of(List.of(documentId)).stream().findFirst();
    }

    /// The documents in courses.
    List<ReceivedGuidance> taken(Collection<Long> courseIds) {
        return jdbc.sql(SELECT + " where course_id = any(:courses) and state = 'TAKEN' order by document_id")
                .param("courses", courseIds.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    /// The documents of members that wait.
    List<ReceivedGuidance> waiting(Collection<Long> memberIds) {
        return jdbc.sql(SELECT + " where member_id = any(:members) and state = 'WAITING' order by document_id")
                .param("members", memberIds.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    /// Those that wait or disagree, the latest first.
    List<ReceivedGuidance> open(int from, int most) {
        return jdbc.sql(SELECT + " where state = 'WAITING' or (state = 'TAKEN' and problems <> '{}')"
                        + " order by document_id desc offset :from limit :most")
                .param("from", from)
                .param("most", most)
                .query(ROW)
                .list();
    }
}
