package org.tsunagu.app.contacts;

import java.sql.Date;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.contacts.Contact.Channel;
import org.tsunagu.app.contacts.Contact.Outcome;
import org.tsunagu.app.contacts.Contact.SpokeWith;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.tables.ReasonJson;

/// Calls, visits and letters (連絡の記録).
@Service
public class Contacts {

    private static final String SELECT = "select id, at, channel, outcome, spoke_with, note, next_step, next_day,"
            + " staff_name from contacts.contact";
    private static final RowMapper<Contact> CONTACT = (row, n) -> new Contact(
            row.getLong(1),
            row.getObject(2, OffsetDateTime.class),
            Channel.valueOf(row.getString(3)),
            Outcome.valueOf(row.getString(4)),
            SpokeWith.valueOf(row.getString(5)),
            row.getString(6),
            row.getString(7),
            Optional.ofNullable(row.getObject(8, LocalDate.class)),
            row.getString(9));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final ApplicationEventPublisher events;

    Contacts(JdbcClient jdbc, TenantTransactions transactions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
    }

    /// What is to be recorded.
    ///
    /// @param taskId 0 for a contact without a task
    /// @param formKey key of the form: the same form sent twice is one contact
    public record NewContact(
            MemberId member,
            long taskId,
            OffsetDateTime at,
            Channel channel,
            Outcome outcome,
            SpokeWith spokeWith,
            String note,
            String nextStep,
            Optional<LocalDate> nextDay,
            UUID formKey) {

        /// Whether a contact that is recorded says the same.
        public boolean isSameAs(Contact recorded) {
            return channel == recorded.channel()
                    && outcome == recorded.outcome()
                    && spokeWith == recorded.spokeWith()
                    && note.equals(recorded.note())
                    && nextStep.equals(recorded.nextStep())
                    && nextDay.equals(recorded.nextDay());
        }
    }

    /// Records a contact by the current actor and takes away the draft.
    ///
    /// @return false when this form had been recorded before: see [#byForm]
    public boolean record(NewContact contact) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            var isNew = jdbc.sql("insert into contacts.contact (insurer_id, member_id, task_id, at, channel, outcome,"
                                    + " spoke_with, note, next_step, next_day, staff_id, staff_name, form_key)"
                                    + " values (:insurer, :member, :task, :at, :channel, :outcome, :with, :note, :step,"
                                    + " :day, :staff, :name, :form) on conflict (form_key) do nothing")
                            .param("insurer", actor.insurer().id().value())
                            .param("member", contact.member().value())
                            .param("task", contact.taskId() == 0 ? null : contact.taskId(), java.sql.Types.BIGINT)
                            .param("at", contact.at())
                            .param("channel", contact.channel().name())
                            .param("outcome", contact.outcome().name())
                            .param("with", contact.spokeWith().name())
                            .param("note", contact.note())
                            .param("step", contact.nextStep())
                            .param("day", contact.nextDay().map(Date::valueOf).orElse(null), java.sql.Types.DATE)
                            .param("staff", actor.id())
                            .param("name", actor.name())
                            .param("form", contact.formKey())
                            .update()
                    > 0;
            if (isNew) {
                forgetDraft(contact.member());
                events.publishEvent(new ContactRecorded(
                        actor.insurer().id(), contact.member().value(), contact.taskId(), contact.nextDay()));
            }
            return isNew;
        });
    }

    /// The contacts with a member, the latest first.
    public List<Contact> of(MemberId member) {
        return transactions.inCurrent(
                () -> jdbc.sql(SELECT + " where member_id = :member order by at desc, id desc limit 200")
                        .param("member", member.value())
                        .query(CONTACT)
                        .list());
    }

    /// The contact that a form has become, about this member.
    public Optional<Contact> byForm(MemberId member, UUID formKey) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + " where member_id = :member and form_key = :form")
                .param("member", member.value())
                .param("form", formKey)
                .query(CONTACT)
                .optional());
    }

    /// Which of some members were contacted between two days, both included, within the transaction of the caller.
    public Set<Long> contacted(Collection<Long> members, LocalDate from, LocalDate to) {
        return Set.copyOf(jdbc.sql("select distinct member_id from contacts.contact where member_id = any(:members)"
                        + " and (at at time zone 'Asia/Tokyo')::date between :from and :to")
                .param("members", members.toArray(Long[]::new))
                .param("from", Date.valueOf(from))
                .param("to", Date.valueOf(to))
                .query(Long.class)
                .list());
    }

    /// Keeps what the current actor has typed so far.
    public void keepDraft(MemberId member, Map<String, String> fields) {
        var actor = Actors.current();
        transactions.inCurrent(() -> jdbc.sql("insert into contacts.draft (insurer_id, staff_id, member_id, fields)"
                        + " values (:insurer, :staff, :member, :fields::jsonb)"
                        + " on conflict (insurer_id, staff_id, member_id)"
                        + " do update set fields = excluded.fields, saved_at = now()")
                .param("insurer", actor.insurer().id().value())
                .param("staff", actor.id())
                .param("member", member.value())
                .param("fields", ReasonJson.named(fields))
                .update());
    }

    /// What the current actor had typed and not saved.
    public Optional<Map<String, String>> draft(MemberId member) {
        return transactions.inCurrent(
                () -> jdbc.sql("select fields from contacts.draft where staff_id = :staff" + " and member_id = :member")
                        .param("staff", Actors.current().id())
                        .param("member", member.value())
                        .query(String.class)
                        .optional()
                        .map(ReasonJson::readNamed));
    }

    private void forgetDraft(MemberId member) {
        jdbc.sql("delete from contacts.draft where staff_id = :staff and member_id = :member")
                .param("staff", Actors.current().id())
                .param("member", member.value())
                .update();
    }
}
