package org.tsunagu.app.lists;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.TableRecords;

/// Lists of people as records that are kept for a time (対象者リストの保存).
@Configuration(proxyBeanMethods = false)
class ListRecords {

    /// Somebody on a list of a month, with what became of it.
    @Bean
    KeptRecords keptList(JdbcClient jdbc) {
        return new TableRecords(
                jdbc,
                "LIST",
                "(select e.id, e.member_id, b.asked_at as at from lists.entry e join lists.build b on b.id = e.build_id)",
                "lists.delete_entries");
    }

    /// How long somebody was on a list.
    @Bean
    KeptRecords keptEpisode(JdbcClient jdbc) {
        return new TableRecords(
                jdbc,
                "EPISODE",
                "(select id, member_id, (last_month + interval '1 month') at time zone 'Asia/Tokyo' as at from lists.episode)",
                "lists.delete_episodes");
    }

    /// What a doctor has confirmed.
    @Bean
    KeptRecords keptConfirmation(JdbcClient jdbc) {
        return new TableRecords(jdbc, "CONFIRMATION", "lists.confirmation", "lists.delete_confirmations");
    }
}
