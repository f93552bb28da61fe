package org.tsunagu.app.consent;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.consent.Consent.About;
import org.tsunagu.app.consent.Consent.Asked;
import org.tsunagu.app.consent.Consent.Decision;
import org.tsunagu.app.membership.MemberId;

/// The ledger of consents of the current insurer (同意の台帳): it only grows.
@Service
public class Consents {

    private static final RowMapper<Consent> CONSENT = (row, n) -> new Consent(
            row.getLong(1),
            About.valueOf(row.getString(2)),
            Decision.valueOf(row.getString(3)),
            row.getObject(4, LocalDate.class),
            Asked.valueOf(row.getString(5)),
            row.getString(6),
            row.getString(7),
            row.getString(8),
            row.getString(9),
            row.getObject(10, OffsetDateTime.class));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Consents(
            JdbcClient jdbc,
            TenantTransactions transactions,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// What is to be written down, as in [Consent].
    ///
    /// @param formKey of the form, so that the same form is one event
    public record NewConsent(
            MemberId member,
            About about,
            Decision decision,
            LocalDate day,
            Asked asked,
            String proxy,
            String wording,
            String note,
            UUID formKey) {}

    /// Writes down what a member said, in the name of the current actor. Whatever depends on it changes in the same
    /// transaction.
    ///
    /// @return false when this form had been written down before
    public boolean record(NewConsent asked) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            var isNew = jdbc.sql("insert into consent.event (insurer_id, member_id, about, decision, day, asked, proxy,"
                                    + " wording, note, staff_id, staff_name, form_key, at) values (:insurer, :member,"
                                    + " :about, :decision, :day, :asked, :proxy, :wording, :note, :staff, :name, :form,"
                                    + " :at) on conflict (form_key) do nothing")
                            .param("insurer", actor.insurer().id().value())
                            .param("member", asked.member().value())
                            .param("about", asked.about().name())
                            .param("decision", asked.decision().name())
                            .param("day", Date.valueOf(asked.day()))
                            .param("asked", asked.asked().name())
                            .param("proxy", asked.proxy())
                            .param("wording", asked.wording())
                            .param("note", asked.note())
                            .param("staff", actor.id())
                            .param("name", actor.name())
                            .param("form", asked.formKey())
                            .param("at", OffsetDateTime.now(clock))
                            .update()
                    > 0;
            if (isNew) {
                var detail = "%s, %s of %s".formatted(asked.about(), asked.decision(), asked.day());
                audit.note(Look.changed(asked.member().value(), "consent", "/consents", detail));
                events.publishEvent(
                        new ConsentChanged(actor.insurer().id(), asked.member().value(), asked.about()));
            }
            return isNew;
        });
    }

    /// Everything a member has said, the latest first.
    public List<Consent> of(MemberId member) {
        return transactions.inCurrent(() -> jdbc.sql("select id, about, decision, day, asked, proxy, wording, note,"
                        + " staff_name, at from consent.event where member_id = :member order by day desc, id desc")
                .param("member", member.value())
                .query(CONSENT)
                .list());
    }

    /// What is in force; empty when the member has never been asked.
    public Optional<Decision> inForce(MemberId member, About about) {
        return transactions.inCurrent(
                () -> jdbc.sql("select decision from consent.in_force where member_id = :member and about = :about")
                        .param("member", member.value())
                        .param("about", about.name())
                        .query((row, n) -> Decision.valueOf(row.getString(1)))
                        .optional());
    }
}
