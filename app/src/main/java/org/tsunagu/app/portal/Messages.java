package org.tsunagu.app.portal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.MemberUser;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;

/// Messages between a member and the insurer (メッセージ). They are read here and nowhere else: no mail carries a word of
/// them.
@Service
public class Messages {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    Messages(JdbcClient jdbc, TenantTransactions transactions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// What a message is about (内容の区分).
    public enum About {
        GENERAL,
        GUIDANCE
    }

    /// A message.
    ///
    /// @param writer name of the user of the office, or of the proxy who wrote for the member; empty for the member
    public record Message(
            long id,
            long memberId,
            About about,
            boolean isFromMember,
            String writer,
            String words,
            OffsetDateTime at,
            boolean isRead) {}

    /// Writes to the insurer, in the name of the member.
    ///
    /// @param formKey of the form, so that the same form is one message
    public void ask(long member, About about, String words, UUID formKey) {
        write(member, about, true, words, formKey);
    }

    /// Writes to a member, in the name of the current actor.
    public void tell(long member, About about, String words, UUID formKey) {
        write(member, about, false, words, formKey);
    }

    /// Tells a member what was done at the own account, so that nobody does it unseen; within the transaction of
    /// the caller, and whoever the actor is.
    ///
    /// @param key of the sentence, which has the time in it
    void notice(Insurer insurer, long member, String key) {
        var now = OffsetDateTime.now(clock);
        var time = TIME.format(now.atZoneSameInstant(JAPAN));
        insert(insurer, member, About.GENERAL, false)
                .param("writer", insurer.name())
                .param("words", Texts.in(Language.JAPANESE).text(key, "time", time))
                .param("at", now)
                .param("form", UUID.randomUUID())
                .update();
    }

    private JdbcClient.StatementSpec insert(Insurer insurer, long member, About about, boolean isFromMember) {
        return jdbc.sql("insert into portal.message (insurer_id, member_id, about, from_member, writer, words,"
                        + " at, form_key) values (:insurer, :member, :about, :from, :writer, :words, :at,"
                        + " :form) on conflict (form_key) do nothing")
                .param("insurer", insurer.id().value())
                .param("member", member)
                .param("about", about.name())
                .param("from", isFromMember);
    }

    /// A proxy writes in the own name.
    private static String proxy() {
        return Actors.member().filter(MemberUser::isProxy).map(MemberUser::name).orElse("");
    }

    private void write(long member, About about, boolean isFromMember, String words, UUID formKey) {
        var actor = Actors.current();
        transactions.inCurrent(() -> {
            var isNew = insert(actor.insurer(), member, about, isFromMember)
                            .param("writer", isFromMember ? proxy() : actor.name())
                            .param("words", words)
                            .param("at", OffsetDateTime.now(clock))
                            .param("form", formKey)
                            .update()
                    > 0;
            if (isNew) {
                audit.note(
                        isFromMember
                                ? Look.own(Look.Kind.CHANGE, member, "contact", "/my/messages", "wrote")
                                : Look.changed(member, "contact", "/portal/messages", "wrote"));
            }
            return "";
        });
    }

    /// The messages of a member, the latest first.
    public List<Message> of(long member) {
        return transactions.inCurrent(() -> jdbc.sql("select id, member_id, about, from_member, writer, words, at,"
                        + " read_at is not null from portal.message where member_id = :member"
                        + " order by id desc limit 100")
                .param("member", member)
                .query((row, n) -> new Message(
                        row.getLong(1),
                        row.getLong(2),
                        About.valueOf(row.getString(3)),
                        row.getBoolean(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class),
                        row.getBoolean(8)))
                .list());
    }

    /// How many messages to a member have not been read.
    public int unread(long member) {
        return transactions.inCurrent(() -> jdbc.sql("select count(*) from portal.message where member_id = :member"
                        + " and not from_member and read_at is null")
                .param("member", member)
                .query(Integer.class)
                .single());
    }

    /// Says that what was written to one side has been read by it.
    ///
    /// @param byMember by the member; else by the insurer
    public void read(long member, boolean byMember) {
        transactions.inCurrent(() -> jdbc.sql("update portal.message set read_at = :now where member_id = :member"
                        + " and from_member = :from and read_at is null")
                .param("now", OffsetDateTime.now(clock))
                .param("member", member)
                .param("from", !byMember)
                .update());
    }

    /// A member whose messages wait for the insurer.
    public record Waiting(long memberId, String name, int messages, OffsetDateTime since) {}

    /// Whose messages nobody has read, the oldest first.
    public List<Waiting> waiting() {
        return transactions.inCurrent(() -> jdbc.sql("select g.member_id, m.name, count(*), min(g.at)"
                        + " from portal.message g join membership.member m on m.id = g.member_id"
                        + " where g.from_member and g.read_at is null group by g.member_id, m.name"
                        + " order by min(g.at) limit 200")
                .query((row, n) -> new Waiting(
                        row.getLong(1), row.getString(2), row.getInt(3), row.getObject(4, OffsetDateTime.class)))
                .list());
    }
}
