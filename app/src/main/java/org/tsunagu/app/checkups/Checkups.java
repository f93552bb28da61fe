package org.tsunagu.app.checkups;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.checkups.Verdict.Question;
import org.tsunagu.app.intake.Origin;
import org.tsunagu.app.tables.ReasonJson;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.table.Certainty;

/// Results of the current insurer's members and what the rules say about them (健診結果).
@Service
public class Checkups {

    static final String COLUMNS = "id, member_id, document_id, exam_date, fiscal_year, programme, facility, results,"
            + " origin, from_insurer";
    static final RowMapper<Checkup> CHECKUP = (row, n) -> new Checkup(
            row.getLong(1),
            row.getLong(2),
            row.getLong(3),
            row.getObject(4, LocalDate.class),
            row.getInt(5),
            row.getString(6),
            row.getString(7),
            ResultJson.read(row.getString(8)),
            Origin.valueOf(row.getString(9)),
            row.getString(10));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    Checkups(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// The checkups of a member that count, the latest first.
    public List<Checkup> of(long memberId) {
        return transactions.inCurrent(() -> jdbc.sql("select " + COLUMNS + " from checkups.checkup"
                        + " where member_id = :member and superseded_by is null and not withdrawn"
                        + " order by exam_date desc, id desc limit 30")
                .param("member", memberId)
                .query(CHECKUP)
                .list());
    }

    /// The checkups that count of several members, the latest first, within the transaction of the
    /// caller.
    public Map<Long, List<Checkup>> ofAll(Collection<Long> memberIds) {
        return jdbc
                .sql("select " + COLUMNS + " from checkups.checkup where member_id = any(:members)"
                        + " and superseded_by is null and not withdrawn order by exam_date desc, id desc")
                .param("members", memberIds.toArray(Long[]::new))
                .query(CHECKUP)
                .stream()
                .collect(Collectors.groupingBy(Checkup::memberId));
    }

    /// The result of a fiscal year of a member, see [ResultOfYear]; within the transaction of the
    /// caller.
    public Optional<Checkup> ofYear(long memberId, int fiscalYear) {
        return jdbc.sql("select " + COLUMNS + " from checkups.checkup c where member_id = :member"
                        + " and fiscal_year = :year and superseded_by is null and not withdrawn and "
                        + ResultOfYear.isOne("c"))
                .param("member", memberId)
                .param("year", fiscalYear)
                .query(CHECKUP)
                .optional();
    }

    /// What former insurers have handed over about a member, the latest first: it is shown and never
    /// counts.
    public List<Checkup> handedOver(long memberId) {
        return transactions.inCurrent(() -> jdbc.sql("select " + COLUMNS + " from checkups.checkup"
                        + " where member_id = :member and held = 'FORMER' order by exam_date desc, id desc limit 30")
                .param("member", memberId)
                .query(CHECKUP)
                .list());
    }

    /// The last day of a fiscal year on which each of some members was examined, by whatever way the
    /// result came, within
    /// the transaction of the caller; nothing for whoever was not.
    ///
    /// @param isFromFormer whether what a former insurer has handed over is meant, which never counts
    /// otherwise
    public Map<Long, java.time.LocalDate> examined(Collection<Long> memberIds, int fiscalYear, boolean isFromFormer) {
        var days = new java.util.HashMap<Long, java.time.LocalDate>();
        jdbc.sql("select member_id, max(exam_date) from checkups.checkup where member_id = any(:members)"
                        + " and fiscal_year = :year and "
                        + (isFromFormer ? "held = 'FORMER'" : "superseded_by is null and not withdrawn")
                        + " group by member_id")
                .param("members", memberIds.toArray(Long[]::new))
                .param("year", fiscalYear)
                .query(row -> {
                    days.put(row.getLong(1), row.getObject(2, java.time.LocalDate.class));
                });
        return days;
    }

    /// A document with its result (健診結果の文書).
    public record Own(long documentId, long memberId, int fiscalYear) {}

    /// The documents of the results that count and came to this insurer itself, by their numbers, within
    /// the transaction of the caller: what others have handed over, and results of treatment, are not ours
    /// to hand on.
    public Map<Long, Own> ownDocuments(Collection<Long> memberIds) {
        var documents = new java.util.HashMap<Long, Own>();
        jdbc.sql("select document_id, member_id, fiscal_year from checkups.checkup where member_id = any(:members)"
                        + " and superseded_by is null and not withdrawn and origin in ('CHECKUP', 'DOCK')")
                .param("members", memberIds.toArray(Long[]::new))
                .query(row -> {
                    documents.put(row.getLong(1), new Own(row.getLong(1), row.getLong(2), row.getInt(3)));
                });
        return documents;
    }

    /// A result that is there, whether or not it counts (保存している健診結果).
    public record Stored(long memberId, long documentId, java.time.LocalDate examDate) {}

    /// Everything that is kept of some members, within the transaction of the caller.
    public List<Stored> stored(Collection<Long> memberIds) {
        return jdbc.sql(
                        "select member_id, document_id, exam_date from checkups.checkup where member_id = any(:members)")
                .param("members", memberIds.toArray(Long[]::new))
                .query((row, n) ->
                        new Stored(row.getLong(1), row.getLong(2), row.getObject(3, java.time.LocalDate.class)))
                .list();
    }

    /// One checkup; not one that may not be used as such.
    public Optional<Checkup> find(long id) {
        return transactions.inCurrent(() -> jdbc.sql(
                        "select " + COLUMNS + " from checkups.checkup where id = :id and held = '' and not withdrawn")
                .param("id", id)
                .query(CHECKUP)
                .optional());
    }

    /// What is decided about a checkup at present.
    public Map<Question, Verdict> verdicts(long checkupId) {
        var verdicts = new EnumMap<Question, Verdict>(Question.class);
        transactions.inCurrent(() -> {
            jdbc.sql("select question, value, kind, certainty, reasons, missing, rule_set, judged_at"
                            + " from checkups.current_decision where checkup_id = :checkup")
                    .param("checkup", checkupId)
                    .query(row -> {
                        var question = Question.valueOf(row.getString(1));
                        verdicts.put(
                                question,
                                new Verdict(
                                        question,
                                        row.getString(2),
                                        row.getString(3).equals("CERTAIN"),
                                        Certainty.of(row.getString(4)),
                                        ReasonJson.read(row.getString(5)),
                                        ReasonJson.readWords(row.getString(6)),
                                        row.getString(7),
                                        row.getObject(8, OffsetDateTime.class)));
                    });
            return "";
        });
        return verdicts;
    }

    /// What is decided at present about a question, by checkup; within the transaction of the caller.
    public Map<Long, String> answers(Question question, Collection<Long> checkupIds) {
        return jdbc
                .sql("select checkup_id, value from checkups.current_decision where question = :question"
                        + " and checkup_id = any(:checkups)")
                .param("question", question.name())
                .param("checkups", checkupIds.toArray(Long[]::new))
                .query((row, n) -> Map.entry(row.getLong(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Results as the column `results` has them, or some of them.
    public static CheckupValues values(String results) {
        return ResultJson.read(results);
    }

    /// Which groups of basic items are missing in what documents say, by document, within the
    /// transaction
    /// of the caller; nothing for a document that gave no checkup, or one that may not be used.
    public Map<Long, List<String>> missing(Collection<Long> documentIds) {
        var missing = new java.util.HashMap<Long, List<String>>();
        jdbc.sql("select c.document_id, coalesce(d.missing::text, '[]') from checkups.checkup c"
                        + " left join lateral (select l.missing from checkups.decision l where l.checkup_id = c.id"
                        + " and l.question = 'COMPLETE' order by l.id desc limit 1) d on true"
                        + " where c.document_id = any(:documents) and c.held = ''")
                .param("documents", documentIds.toArray(Long[]::new))
                .query(row -> {
                    missing.put(row.getLong(1), ReasonJson.readWords(row.getString(2)));
                });
        return missing;
    }

    /// How many checkups count in each fiscal year, by year.
    public Map<Integer, Integer> byYear() {
        var counts = new java.util.TreeMap<Integer, Integer>();
        transactions.inCurrent(() -> {
            jdbc.sql("select fiscal_year, count(distinct member_id) from checkups.checkup"
                            + " where superseded_by is null and not withdrawn group by fiscal_year")
                    .query(row -> {
                        counts.put(row.getInt(1), row.getInt(2));
                    });
            return "";
        });
        return counts;
    }
}
