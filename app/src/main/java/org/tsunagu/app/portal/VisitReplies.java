package org.tsunagu.app.portal;

import java.sql.Date;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.MemberUser;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.contacts.Contact.Channel;
import org.tsunagu.app.contacts.Contact.Outcome;
import org.tsunagu.app.contacts.Contact.SpokeWith;
import org.tsunagu.app.contacts.Contacts;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.ui.Frame;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.codes.time.Era;

/// What members say to a recommendation to see a doctor (受診のおすすめへの返事): it is kept as it was said, becomes a contact
/// and a task of the office, and nobody is called for what is done already.
@Service
public class VisitReplies {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final MemberTasks memberTasks;
    private final Tasks tasks;
    private final Contacts contacts;
    private final Audit audit;
    private final Clock clock;

    VisitReplies(
            JdbcClient jdbc,
            TenantTransactions transactions,
            MemberTasks memberTasks,
            Tasks tasks,
            Contacts contacts,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.memberTasks = memberTasks;
        this.tasks = tasks;
        this.contacts = contacts;
        this.audit = audit;
        this.clock = clock;
    }

    /// What is said.
    public enum Said {
        /// An appointment is made (予約した).
        BOOKED,
        /// The doctor was seen (受診した).
        VISITED,
        /// The member wants to talk first (相談したい).
        TALK
    }

    /// What is to be written down.
    ///
    /// @param day of the appointment, or the first day of the month of the visit
    /// @param formKey of the form, so that the same form is one reply
    public record NewReply(
            long member, long checkup, Said said, Optional<LocalDate> day, String clinic, String words, UUID formKey) {}

    /// A reply as it stands.
    ///
    /// @param proxy who has said it for the member; empty when the member did
    public record Reply(
            long id, Said said, Optional<LocalDate> day, String clinic, String words, String proxy, OffsetDateTime at) {}

    /// Writes a reply down, in the name of the member.
    public void say(NewReply reply) {
        transactions.inCurrent(() -> {
            if (insert(reply)) {
                var words = inWords(reply);
                contact(reply, words);
                memberTasks.open(TaskKind.REPLY, reply.member(), "reply:" + reply.formKey());
                settle(reply, words);
                var said = reply.said().name();
                audit.note(Look.own(Look.Kind.CHANGE, reply.member(), "contact", "/my/recommendation", said));
            }
            return "";
        });
    }

    private boolean insert(NewReply reply) {
        return jdbc.sql("insert into portal.visit_reply (insurer_id, member_id, checkup_id, said, day, clinic, words,"
                                + " proxy, at, form_key) values (:insurer, :member, :checkup, :said, :day, :clinic,"
                                + " :words, :proxy, :at, :form) on conflict (form_key) do nothing")
                        .param("insurer", Actors.current().insurer().id().value())
                        .param("member", reply.member())
                        .param("checkup", reply.checkup())
                        .param("said", reply.said().name())
                        .param("day", reply.day().map(Date::valueOf).orElse(null), Types.DATE)
                        .param("clinic", reply.clinic())
                        .param("words", reply.words())
                        .param("proxy", proxy())
                        .param("at", OffsetDateTime.now(clock))
                        .param("form", reply.formKey())
                        .update()
                > 0;
    }

    /// Whoever has written for the member; empty for the member.
    static String proxy() {
        return Actors.member().filter(MemberUser::isProxy).map(MemberUser::name).orElse("");
    }

    /// For the office, whose language is Japanese.
    private static String inWords(NewReply reply) {
        var texts = Texts.in(Language.JAPANESE);
        var day = reply.day()
                .map(one -> reply.said() == Said.VISITED ? Frame.month(Language.JAPANESE, one) : Era.format(one))
                .orElse("");
        var parts = Stream.of(day, reply.clinic(), reply.words())
                .filter(part -> !part.isEmpty())
                .toList();
        return texts.text(
                        "portal.recommendation.contact",
                        "said",
                        texts.text("portal.recommendation.said." + reply.said()))
                + String.join(texts.text("ui.separator"), parts);
    }

    private void contact(NewReply reply, String words) {
        contacts.record(new Contacts.NewContact(
                new MemberId(reply.member()),
                0,
                OffsetDateTime.now(clock),
                Channel.ONLINE,
                Outcome.SPOKE,
                proxy().isEmpty() ? SpokeWith.PERSON : SpokeWith.FAMILY,
                words,
                "",
                Optional.empty(),
                reply.formKey()));
    }

    /// Who has seen the doctor is not called again, and who has an appointment not before it.
    private void settle(NewReply reply, String words) {
        switch (reply.said()) {
            case VISITED -> tasks.settle(reply.member(), Recommendation.KINDS, words);
            case BOOKED -> {
                var today = LocalDate.now(clock);
                var day = reply.day().orElse(today).plusDays(Limit.AFTER_BOOKING_DAYS.on(today));
                tasks.putOff(reply.member(), Recommendation.KINDS, day, words);
            }
            case TALK -> {
                // Somebody gets in touch anyhow.
            }
        }
    }

    /// What a member has said about a checkup, the latest first.
    public List<Reply> of(long member, long checkup) {
        return transactions.inCurrent(() -> jdbc.sql("select id, said, day, clinic, words, proxy, at"
                        + " from portal.visit_reply where member_id = :member and checkup_id = :checkup"
                        + " order by id desc limit 50")
                .param("member", member)
                .param("checkup", checkup)
                .query((row, n) -> new Reply(
                        row.getLong(1),
                        Said.valueOf(row.getString(2)),
                        Optional.ofNullable(row.getObject(3, LocalDate.class)),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class)))
                .list());
    }

    /// Whether the member has said to have seen the doctor about a checkup.
    public boolean isVisited(long member, long checkup) {
        return of(member, checkup).stream().anyMatch(reply -> reply.said() == Said.VISITED);
    }
}
