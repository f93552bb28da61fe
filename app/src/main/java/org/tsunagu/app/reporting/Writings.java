package org.tsunagu.app.reporting;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Columns;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.Jobs;

/// The archives of frozen reports (送付用ファイル): asked for here, written by [ArchiveJob]. Every one is written
/// from the list that was frozen, so that a later one has the same bytes.
@Service
public class Writings {

    /// The kind of the job.
    static final String JOB = "report-archive";

    private static final RowMapper<Writing> WRITING = (row, n) -> new Writing(
            row.getLong(1),
            row.getLong(2),
            row.getString(3).equals("READY"),
            row.getString(4),
            row.getString(5),
            row.getLong(6),
            row.getInt(7),
            row.getInt(8),
            row.getInt(9),
            row.getObject(10, OffsetDateTime.class),
            row.getString(11),
            Optional.ofNullable(row.getObject(12, OffsetDateTime.class)));
    private static final String SELECT =
            "select id, report_id, state, name, hash, size, documents, guidance, refused, asked_at,"
                    + " asked_by, ready_at from reporting.writing";

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Jobs jobs;
    private final Path folder;

    Writings(JdbcClient jdbc, TenantTransactions transactions, Jobs jobs, @Value("${tsunagu.data}") Path data) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.jobs = jobs;
        this.folder = data.resolve("reports");
    }

    /// Asks for the archive of a report once more; while it is being written everybody gets that one.
    public void again(long report) {
        var actor = Actors.current();
        transactions.run(actor.insurer().id(), () -> ask(actor.insurer().id(), report, actor.name()));
    }

    void ask(InsurerId insurer, long report, String by) {
        jdbc.sql("insert into reporting.writing (insurer_id, report_id, asked_by) values (:insurer, :report, :by)"
                        + " on conflict (report_id) where state = 'WAITING' do update set state = writing.state"
                        + " returning id")
                .param("insurer", insurer.value())
                .param("report", report)
                .param("by", by)
                .query(Long.class)
                .optional()
                .ifPresent(writing -> jobs.enqueue(insurer, JOB, Long.toString(writing), by));
    }

    /// All of a report, the latest first.
    public List<Writing> of(long report) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + " where report_id = :report order by id desc limit 50")
                .param("report", report)
                .query(WRITING)
                .list());
    }

    Writing of(InsurerId insurer, long id) {
        return transactions.in(
                insurer,
                () -> jdbc.sql(SELECT + " where id = :id")
                        .param("id", id)
                        .query(WRITING)
                        .single());
    }

    /// The work on a writing.
    public Optional<Job> job(long writing) {
        return jobs.find(Actors.current().insurer().id(), JOB, Long.toString(writing));
    }

    /// Where the archive of a report lies.
    public Path file(InsurerId insurer, long report) {
        return folder.resolve(Integer.toString(insurer.value())).resolve(report + ".zip");
    }

    /// A result or a course that could not be written, and why (書けなかった文書).
    ///
    /// @param courseId 0 for a result
    /// @param problem words of `reporting.detail` and checks with their items, or place and check as the
    /// writer gives them
    public record Refusal(long memberId, String name, long documentId, long courseId, String problem) {}

    /// What could not be written, the results first.
    public List<Refusal> refusals(long writing, int most) {
        return transactions.inCurrent(() -> jdbc.sql("select r.member_id, m.name, r.document_id, r.course_id, r.problem"
                        + " from reporting.refusal r join membership.member m on m.id = r.member_id"
                        + " where r.writing_id = :writing order by r.course_id, r.document_id limit :most")
                .param("writing", writing)
                .param("most", most)
                .query((row, n) ->
                        new Refusal(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4), row.getString(5)))
                .list());
    }

    /// Whose results are in the archive of a report.
    public List<Long> people(long report) {
        return transactions.inCurrent(() -> jdbc.sql("select member_id from reporting.person where report_id = :report"
                        + " and :selected = any(above) order by member_id")
                .param("report", report)
                .param("selected", ReportRules.value("SELECTED"))
                .query(Long.class)
                .list());
    }

    /// A document of the frozen list.
    record Listed(long deliveryId, String entry, long memberId, long documentId) {}

    List<Listed> listed(InsurerId insurer, long report) {
        return transactions.in(
                insurer,
                () -> jdbc.sql("select x.delivery_id, x.entry, p.member_id, p.document_id from reporting.person p"
                                + " join intake.document x on x.id = p.document_id where p.report_id = :report"
                                + " and :selected = any(p.above) order by x.delivery_id, x.id")
                        .param("report", report)
                        .param("selected", ReportRules.value("SELECTED"))
                        .query((row, n) -> new Listed(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4)))
                        .list());
    }

    /// What was written.
    ///
    /// @param documents and `guidance`: results, and documents about guidance
    record Written(String name, String hash, long size, int documents, int guidance, List<NotWritten> refused) {}

    /// What was not, and why.
    ///
    /// @param documentId of a result, else 0
    /// @param courseId of guidance, else 0
    record NotWritten(long memberId, long documentId, long courseId, String problem) {}

    /// Within the transaction of a step.
    void ready(InsurerId insurer, long writing, Written written, OffsetDateTime at) {
        jdbc.sql(
                        "insert into reporting.refusal (insurer_id, writing_id, member_id, document_id, course_id, problem)"
                                + " select :insurer, :writing, r.member, r.document, r.course, r.problem"
                                + " from unnest(:members, :documents, :courses, :problems) as r (member, document, course, problem)")
                .param("insurer", insurer.value())
                .param("writing", writing)
                .param("members", Columns.numbers(written.refused(), NotWritten::memberId))
                .param("documents", Columns.numbers(written.refused(), NotWritten::documentId))
                .param("courses", Columns.numbers(written.refused(), NotWritten::courseId))
                .param("problems", Columns.texts(written.refused(), NotWritten::problem))
                .update();
        jdbc.sql(
                        "update reporting.writing set state = 'READY', name = :name, hash = :hash, size = :size,"
                                + " documents = :documents, guidance = :guidance, refused = :refused, ready_at = :at where id = :id")
                .param("name", written.name())
                .param("hash", written.hash())
                .param("size", written.size())
                .param("documents", written.documents())
                .param("guidance", written.guidance())
                .param("refused", written.refused().size())
                .param("at", at)
                .param("id", writing)
                .update();
    }
}
