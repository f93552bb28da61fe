package org.tsunagu.app.reporting;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Columns;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.guidance.CourseSummary;
import org.tsunagu.app.intake.Sources;
import org.tsunagu.app.reporting.Candidate.Found;
import org.tsunagu.app.reporting.ReportGuidance.Built;
import org.tsunagu.checkupformat.document.GuidanceDocument;

/// The finished courses of a report and the received documents they are written from (報告する特定保健指導の選定).
@Component
class ReportCourses {

    /// As many are in memory at once, with their documents.
    private static final int COURSES_AT_ONCE = 200;

    private static final String INSERT =
            "insert into reporting.course (insurer_id, report_id, course_id, member_id, exam_date, documents, problems)"
                    + " select :insurer, :report, c.course, c.member, c.day::date, string_to_array(c.documents, ',')::bigint[],"
                    + " string_to_array(c.problems, '|') from unnest(:courses, :members, :days, :documents, :problems)"
                    + " as c (course, member, day, documents, problems)";
    private static final String LISTED = "select course_id, member_id, exam_date, documents, problems from"
            + " reporting.course where report_id = :report order by course_id";

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Sources sources;

    ReportCourses(JdbcClient jdbc, TenantTransactions transactions, Sources sources) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.sources = sources;
    }

    /// A finished course that is counted.
    record Finished(CourseSummary course, Found result) {}

    /// Writes the courses of a report and what keeps them out of the file, some hundred at once; within
    /// the transaction of the caller.
    ///
    /// @param writing makes the document that would be reported
    /// @param repairs the last repair that counts
    void write(
            InsurerId insurer,
            long report,
            List<Finished> finished,
            ReportGuidance writing,
            long repairs,
            ReportStore.Pen pen) {
        for (var from = 0; from < finished.size(); from += COURSES_AT_ONCE) {
            var some = finished.subList(from, Math.min(from + COURSES_AT_ONCE, finished.size()));
            some(insurer, report, some, writing, repairs, pen);
        }
    }

    private void some(
            InsurerId insurer,
            long report,
            List<Finished> finished,
            ReportGuidance writing,
            long repairs,
            ReportStore.Pen pen) {
        var received = received(finished);
        var courses = new ArrayList<ReportCourse>();
        var isOwn = new HashMap<Long, List<String>>();
        for (var one : finished) {
            var course = one.course();
            var documents = received.getOrDefault(course.courseId(), Received.NONE);
            if (documents.ids().isEmpty()) {
                isOwn.put(course.courseId(), OwnGuidance.missing(course.kind()));
            }
            courses.add(new ReportCourse(
                    course.courseId(), course.memberId(), one.result().examDate(), documents.ids(), List.of()));
        }
        var problems = new HashMap<>(isOwn);
        built(
                insurer,
                courses,
                writing,
                repairs,
                (course, built) -> problems.computeIfAbsent(course.courseId(), none -> built.problems()));
        insert(insurer, report, courses, problems);
        for (var one : finished) {
            var id = one.course().courseId();
            gaps(one, problems.getOrDefault(id, List.of()), received.getOrDefault(id, Received.NONE), pen);
        }
    }

    private static void gaps(Finished one, List<String> problems, Received received, ReportStore.Pen pen) {
        var member = one.course().memberId();
        var checkup = one.result().checkupId();
        var document = one.result().documentId();
        if (!problems.isEmpty()) {
            // It is counted here as finished; a file without it says one less.
            pen.write(
                    member,
                    new Gap(
                            "GUIDANCE_LEFT_OUT",
                            checkup,
                            document,
                            problems,
                            ReportRules.value("SELECTED_GUIDANCE"),
                            -1,
                            0));
        }
        if (received.differs()) {
            pen.write(member, Gap.without("GUIDANCE_DIFFERS", checkup, document, List.of()));
        }
    }

    private record Received(List<Long> ids, boolean differs) {
        private static final Received NONE = new Received(List.of(), false);
    }

    private Map<Long, Received> received(List<Finished> finished) {
        var found = new HashMap<Long, Received>();
        jdbc.sql(
                        "select course_id, array_agg(document_id order by document_id), bool_or(problems <> '{}')"
                                + " from guidance.received where state = 'TAKEN' and course_id = any(:courses) group by course_id")
                .param(
                        "courses",
                        finished.stream().map(one -> one.course().courseId()).toArray(Long[]::new))
                .query(row -> {
                    found.put(row.getLong(1), new Received(ids(row, 2), row.getBoolean(3)));
                });
        return found;
    }

    private static List<Long> ids(ResultSet row, int at) throws SQLException {
        return List.of((Long[]) row.getArray(at).getArray());
    }

    private void insert(InsurerId insurer, long report, List<ReportCourse> courses, Map<Long, List<String>> problems) {
        jdbc.sql(INSERT)
                .param("insurer", insurer.value())
                .param("report", report)
                .param("courses", Columns.numbers(courses, ReportCourse::courseId))
                .param("members", Columns.numbers(courses, ReportCourse::memberId))
                .param("days", Columns.texts(courses, one -> Date.valueOf(one.examDate())))
                .param(
                        "documents",
                        Columns.texts(
                                courses,
                                one -> String.join(
                                        ",",
                                        one.documents().stream()
                                                .map(String::valueOf)
                                                .toList())))
                .param(
                        "problems",
                        Columns.texts(
                                courses, one -> String.join("|", problems.getOrDefault(one.courseId(), List.of()))))
                .update();
    }

    /// Gives the document of each course that has received ones, as far as there is one.
    ///
    /// @param repairs the last repair that counts
    void built(
            InsurerId insurer,
            List<ReportCourse> courses,
            ReportGuidance writing,
            long repairs,
            BiConsumer<ReportCourse, Built> sink) {
        Set<Long> wanted = new LinkedHashSet<>();
        courses.forEach(course -> wanted.addAll(course.documents()));
        var read = new HashMap<Long, GuidanceDocument>();
        sources.guidance(insurer, wanted, repairs, read::put);
        for (var course : courses) {
            if (!course.documents().isEmpty()) {
                var received = course.documents().stream()
                        .flatMap(id -> Optional.ofNullable(read.get(id)).stream())
                        .toList();
                sink.accept(course, writing.of(course, received));
            }
        }
    }

    /// The courses of a report, some hundred at once.
    List<List<ReportCourse>> listed(InsurerId insurer, long report) {
        var all = transactions.in(
                insurer,
                () -> jdbc.sql(LISTED)
                        .param("report", report)
                        .query((row, n) -> new ReportCourse(
                                row.getLong(1),
                                row.getLong(2),
                                row.getDate(3).toLocalDate(),
                                ids(row, 4),
                                List.of((String[]) row.getArray(5).getArray())))
                        .list());
        var some = new LinkedHashMap<Integer, List<ReportCourse>>();
        for (var i = 0; i < all.size(); i++) {
            some.computeIfAbsent(i / COURSES_AT_ONCE, none -> new ArrayList<>()).add(all.get(i));
        }
        return List.copyOf(some.values());
    }
}
