package org.tsunagu.app.checkups;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judging;

/// What the insurer found out about drugs after a checkup (保険者再確認): it becomes the item that the standard has for it,
/// and the checkup is judged again with it. The document stays as it came.
@Service
public class Rechecks {

    private static final List<Row> ANSWERS = Table.read(
                    "checkups/recheck-answers", Rechecks.class.getResourceAsStream("recheck-answers.tsv"))
            .rows();

    private final JdbcClient jdbc;
    private final Checkups checkups;
    private final Members members;
    private final Verdicts verdicts;
    private final HighValues highValues;
    private final Recounting recounting;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final Judging judging = Judging.shipped();

    Rechecks(
            JdbcClient jdbc,
            Checkups checkups,
            Members members,
            Verdicts verdicts,
            HighValues highValues,
            Recounting recounting,
            TenantTransactions transactions,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.checkups = checkups;
        this.members = members;
        this.verdicts = verdicts;
        this.highValues = highValues;
        this.recounting = recounting;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// What was found out about the drugs of a question (再確認の記録).
    ///
    /// @param code of the official table; empty when an earlier one was taken back
    public record Recheck(String question, String code, LocalDate askedOn, String note, String by, OffsetDateTime at) {

        /// What it says, in a language.
        public String answer(Locale language) {
            return Rechecks.answers().stream()
                    .filter(row -> row.text("code").equals(code))
                    .findFirst()
                    .map(row -> row.text(language.getLanguage().equals("ja") ? "name_ja" : "name_en"))
                    .orElse("");
        }
    }

    /// What can be found out.
    public static List<Row> answers() {
        return ANSWERS;
    }

    /// The questions about drugs that it can be about, rows of the variables of the rules.
    public static List<Row> questions() {
        return Treatment.questionsAboutDrugs();
    }

    /// The checkup of a year that a recheck of a member is about.
    public Optional<Long> checkup(MemberId member, FiscalYear year) {
        return transactions.inCurrent(
                () -> checkups.ofYear(member.value(), year.year()).map(Checkup::id));
    }

    /// Everything that was found out about a checkup, the latest first.
    public List<Recheck> of(long checkupId) {
        return transactions.inCurrent(() -> jdbc.sql("select question, code, asked_on, note, staff_name, at"
                        + " from checkups.recheck where checkup_id = :checkup order by id desc")
                .param("checkup", checkupId)
                .query((row, n) -> new Recheck(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class)))
                .list());
    }

    /// What had been found out by a moment, by document and item, for whoever hands results on; within
    /// the transaction of
    /// the caller.
    public Map<Long, Map<String, String>> until(OffsetDateTime moment) {
        var items = questions().stream()
                .collect(Collectors.toUnmodifiableMap(Row::key, row -> row.text("correction_item")));
        var found = new HashMap<Long, Map<String, String>>();
        jdbc.sql("select distinct on (r.checkup_id, r.question) c.document_id, r.question, r.code"
                        + " from checkups.recheck r join checkups.checkup c on c.id = r.checkup_id where r.at <= :moment"
                        + " order by r.checkup_id, r.question, r.id desc")
                .param("moment", moment)
                .query(row -> {
                    var item = items.get(row.getString(2));
                    if (item != null && !row.getString(3).isEmpty()) {
                        found.computeIfAbsent(row.getLong(1), first -> new HashMap<>())
                                .put(item, row.getString(3));
                    }
                });
        return found;
    }

    /// Records what was found out, and judges the checkup again with it.
    ///
    /// @param question row of [#questions()]
    /// @param code of [#answers()]; empty to take an earlier one back
    /// @return whether there is such a checkup that counts, question and code
    public boolean record(long checkupId, String question, String code, LocalDate askedOn, String note) {
        var item = questions().stream()
                .filter(row -> row.key().equals(question))
                .findFirst()
                .map(row -> row.text("correction_item"));
        var isKnown = code.isEmpty()
                || ANSWERS.stream().anyMatch(row -> row.text("code").equals(code));
        return item.isPresent()
                && isKnown
                && transactions.inCurrent(() -> {
                    var locked = jdbc.sql(
                                    "select member_id from checkups.checkup where id = :id and superseded_by is null"
                                            + " and not withdrawn for update")
                            .param("id", checkupId)
                            .query((row, n) -> row.getLong(1))
                            .optional();
                    locked.ifPresent(member -> {
                        keep(checkupId, member, question, code, askedOn, note);
                        jdbc.sql("update checkups.checkup set results = case when :code = '' then results - :item"
                                        + " else results || jsonb_build_object(:item, :code) end where id = :id")
                                .param("item", item.get())
                                .param("code", code)
                                .param("id", checkupId)
                                .update();
                        judge(checkupId, member);
                    });
                    return locked.isPresent();
                });
    }

    private void keep(long checkup, long member, String question, String code, LocalDate askedOn, String note) {
        var actor = Actors.current();
        audit.note(Look.changed(member, "checkup", "/guidance/rechecks", "%s %s".formatted(question, code)));
        jdbc.sql("insert into checkups.recheck (insurer_id, member_id, checkup_id, question, code, asked_on, note,"
                        + " staff_id, staff_name, at) values (:insurer, :member, :checkup, :question, :code, :on,"
                        + " :note, :staff, :name, :at)")
                .param("insurer", actor.insurer().id().value())
                .param("member", member)
                .param("checkup", checkup)
                .param("question", question)
                .param("code", code)
                .param("on", Date.valueOf(askedOn))
                .param("note", note)
                .param("staff", actor.id())
                .param("name", actor.name())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    private void judge(long checkupId, long memberId) {
        var insurer = Actors.current().insurer().id();
        var person = members.find(new MemberId(memberId)).orElseThrow();
        Optional<HighValues.Judged> judged = checkups.find(checkupId)
                .filter(checkup -> judging.covers(checkup.examDate()))
                .map(checkup -> new HighValues.Judged(
                        checkupId,
                        memberId,
                        checkup.values(),
                        judging.judge(
                                new Examinee(person.sex(), person.birth(), checkup.examDate()), checkup.values())));
        judged.ifPresent(one -> {
            verdicts.put(insurer, List.of(one), true);
            highValues.put(insurer, List.of(one));
            recounting.renew(insurer, List.of(memberId), "RECHECKED");
        });
    }
}
