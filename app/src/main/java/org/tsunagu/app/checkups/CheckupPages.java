package org.tsunagu.app.checkups;

import java.sql.Date;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.checkups.Verdict.Question;
import org.tsunagu.app.tables.ReasonJson;
import org.tsunagu.codes.table.Certainty;

/// Checkups and judgements of the current insurer page by page (健診結果と判定の一覧).
@Service
public class CheckupPages {

    private static final String COUNTS = " superseded_by is null and not withdrawn";

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    CheckupPages(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// The checkups of a member that count, the latest first.
    ///
    /// @param examDate and `id`: of the last one that has been seen
    public List<Checkup> before(long memberId, LocalDate examDate, long id, int most) {
        return transactions.inCurrent(() -> jdbc.sql("select " + Checkups.COLUMNS + " from checkups.checkup"
                        + " where member_id = :member and" + COUNTS + " and (exam_date, id) < (:date, :id)"
                        + " order by exam_date desc, id desc limit :most")
                .param("member", memberId)
                .param("date", Date.valueOf(examDate))
                .param("id", id)
                .param("most", most)
                .query(Checkups.CHECKUP)
                .list());
    }

    /// Which checkups are meant (健診の範囲).
    ///
    /// @param members numbers of their members; empty for all
    /// @param checkups their own numbers; empty for all
    /// @param from and `to`: first and last checkup date
    public record Meant(List<Long> members, List<Long> checkups, LocalDate from, LocalDate to) {}

    /// The checkups that count after a number, in the order of their numbers.
    public List<Checkup> after(long id, Meant meant, int most) {
        return transactions.inCurrent(() -> jdbc.sql(
                        "select " + Checkups.COLUMNS + " from checkups.checkup"
                                + " where id > :id and held = '' and" + COUNTS
                                + " and (:all or member_id = any(:members))"
                                + " and (:each or id = any(:checkups)) and exam_date between :from and :to order by id limit :most")
                .param("id", id)
                .param("all", meant.members().isEmpty())
                .param("members", meant.members().toArray(Long[]::new))
                .param("each", meant.checkups().isEmpty())
                .param("checkups", meant.checkups().toArray(Long[]::new))
                .param("from", Date.valueOf(meant.from()))
                .param("to", Date.valueOf(meant.to()))
                .param("most", most)
                .query(Checkups.CHECKUP)
                .list());
    }

    /// A judgement with the checkup it is about (判定).
    public record Judged(long checkupId, long memberId, LocalDate examDate, int fiscalYear, Verdict verdict) {}

    /// The judgements of a fiscal year on one question, in the order of the checkups.
    ///
    /// @param value official code; none for all
    /// @param after number of the last checkup that has been seen
    public List<Judged> judged(int fiscalYear, Question question, Optional<String> value, long after, int most) {
        return judged(fiscalYear, question, value, "", after, most);
    }

    /// The same of the result of the year alone, see [ResultOfYear]: one a person.
    ///
    /// @param after number of the last checkup that has been seen
    public List<Judged> ofYear(int fiscalYear, Question question, long after, int most) {
        return judged(fiscalYear, question, Optional.empty(), " and " + ResultOfYear.isOne("c"), after, most);
    }

    private List<Judged> judged(
            int fiscalYear, Question question, Optional<String> value, String more, long after, int most) {
        return transactions.inCurrent(() -> jdbc.sql("select c.id, c.member_id, c.exam_date, c.fiscal_year, d.value,"
                        + " d.kind, d.certainty, d.reasons, d.missing, d.rule_set, d.judged_at from checkups.checkup c"
                        // The newest decision is the one in force: each supersedes the one before it.
                        + " cross join lateral (select * from checkups.decision l where l.checkup_id = c.id"
                        + " and l.question = :question order by l.id desc limit 1) d"
                        + " where c.fiscal_year = :year and c.id > :after and" + COUNTS + more
                        + " and (:any or d.value = :value) order by c.id limit :most")
                .param("question", question.name())
                .param("year", fiscalYear)
                .param("after", after)
                .param("any", value.isEmpty())
                .param("value", value.orElse(""))
                .param("most", most)
                .query((row, n) -> new Judged(
                        row.getLong(1),
                        row.getLong(2),
                        row.getObject(3, LocalDate.class),
                        row.getInt(4),
                        new Verdict(
                                question,
                                row.getString(5),
                                row.getString(6).equals("CERTAIN"),
                                Certainty.of(row.getString(7)),
                                ReasonJson.read(row.getString(8)),
                                ReasonJson.readWords(row.getString(9)),
                                row.getString(10),
                                row.getObject(11, OffsetDateTime.class))))
                .list());
    }

    /// How many checkups of a fiscal year were judged how.
    public record Count(String value, int checkups) {}

    /// How many checkups that count were judged how in a fiscal year, by official code.
    public List<Count> counts(int fiscalYear, Question question) {
        return transactions.inCurrent(() -> jdbc.sql("select d.value, count(*) from checkups.checkup c"
                        + " join checkups.current_decision d on d.checkup_id = c.id and d.question = :question"
                        + " where c.fiscal_year = :year and" + COUNTS + " group by d.value order by d.value")
                .param("question", question.name())
                .param("year", fiscalYear)
                .query((row, n) -> new Count(row.getString(1), row.getInt(2)))
                .list());
    }
}
