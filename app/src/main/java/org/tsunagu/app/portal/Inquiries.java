package org.tsunagu.app.portal;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;

/// Questions of members about who looked (おかしいと思ったら), each with the day by which it is answered.
@Service
public class Inquiries {

    private static final String SELECT = "select i.id, i.member_id, m.name, i.entry, i.words, i.at, i.due, i.answer,"
            + " i.answered_by from portal.inquiry i join membership.member m on m.id = i.member_id";
    private static final RowMapper<Inquiry> INQUIRY = (row, n) -> new Inquiry(
            row.getLong(1),
            row.getLong(2),
            row.getString(3),
            row.getLong(4),
            row.getString(5),
            row.getObject(6, OffsetDateTime.class),
            row.getObject(7, LocalDate.class),
            row.getString(8),
            row.getString(9));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    Inquiries(JdbcClient jdbc, TenantTransactions transactions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// A question.
    ///
    /// @param entry of the ledger
    /// @param answer empty as long as there is none
    public record Inquiry(
            long id,
            long memberId,
            String name,
            long entry,
            String words,
            OffsetDateTime at,
            LocalDate due,
            String answer,
            String answeredBy) {}

    /// Asks, in the name of the member.
    public void ask(long member, long entry, String words, UUID formKey) {
        var today = LocalDate.now(clock);
        transactions.inCurrent(() -> {
            var isNew = jdbc.sql("insert into portal.inquiry (insurer_id, member_id, entry, words, at, due, form_key)"
                                    + " values (:insurer, :member, :entry, :words, :at, :due, :form)"
                                    + " on conflict (form_key) do nothing")
                            .param("insurer", Actors.current().insurer().id().value())
                            .param("member", member)
                            .param("entry", entry)
                            .param("words", words)
                            .param("at", OffsetDateTime.now(clock))
                            .param("due", Date.valueOf(today.plusDays(Limit.INQUIRY_DAYS.on(today))))
                            .param("form", formKey)
                            .update()
                    > 0;
            if (isNew) {
                audit.note(Look.own(Look.Kind.CHANGE, member, "audit", "/my/access", "asked about " + entry));
            }
            return "";
        });
    }

    /// The questions of a member, the latest first.
    public List<Inquiry> of(long member) {
        return transactions.inCurrent(
                () -> jdbc.sql(SELECT + " where i.member_id = :member order by i.id desc limit 50")
                        .param("member", member)
                        .query(INQUIRY)
                        .list());
    }

    /// The questions without an answer, the most urgent first.
    public List<Inquiry> open() {
        return transactions.inCurrent(
                () -> jdbc.sql(SELECT + " where i.answered_at is null order by i.due, i.id limit 200")
                        .query(INQUIRY)
                        .list());
    }

    /// Answers one of a member's questions, in the name of the current actor; an answer is not changed.
    public void answer(long member, long id, String words) {
        transactions.inCurrent(() -> {
            var isAnswered = jdbc.sql("update portal.inquiry set answer = :words, answered_by = :by, answered_at = :at"
                                    + " where id = :id and member_id = :member and answered_at is null")
                            .param("words", words)
                            .param("by", Actors.current().name())
                            .param("at", OffsetDateTime.now(clock))
                            .param("id", id)
                            .param("member", member)
                            .update()
                    > 0;
            if (isAnswered) {
                audit.note(Look.changed(member, "audit", "/portal/inquiries", "answered %d".formatted(id)));
            }
            return "";
        });
    }
}
