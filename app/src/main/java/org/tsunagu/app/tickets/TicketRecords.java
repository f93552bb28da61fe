package org.tsunagu.app.tickets;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.TableRecords;

/// Tickets, exclusions and reminders as records that are kept for a time (受診券・除外・案内の保存).
@Configuration(proxyBeanMethods = false)
class TicketRecords {

    /// As old as the last day on which it could be used, or what happened to it later.
    @Bean
    KeptRecords keptTicket(JdbcClient jdbc) {
        return new TableRecords(
                jdbc,
                "TICKET",
                "(select t.id, t.member_id, greatest(t.valid_until::timestamp at time zone 'Asia/Tokyo', (select max(e.at) from tickets.event e where e.ticket_id = t.id)) as at from tickets.ticket t)",
                "tickets.delete_tickets");
    }

    /// An exclusion; one without an end is kept while the person is insured.
    @Bean
    KeptRecords keptExclusion(JdbcClient jdbc) {
        return new TableRecords(
                jdbc,
                "EXCLUSION",
                "(select id, member_id, greatest(at, withdrawn_at, to_day::timestamp at time zone 'Asia/Tokyo') as at from tickets.exclusion)",
                "tickets.delete_exclusions");
    }

    /// Somebody who was reminded, or left out by lot.
    @Bean
    KeptRecords keptReminder(JdbcClient jdbc) {
        return new TableRecords(
                jdbc,
                "REMINDER",
                "(select p.id, p.member_id, r.at from tickets.reminded p join tickets.reminder r on r.id = p.reminder_id)",
                "tickets.delete_reminded");
    }
}
