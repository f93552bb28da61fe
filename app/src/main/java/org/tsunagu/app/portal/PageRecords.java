package org.tsunagu.app.portal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.TableRecords;

/// What members did at their own pages as records that are kept for a time (マイページの記録の保存).
@Configuration(proxyBeanMethods = false)
class PageRecords {

    /// Messages, read or not.
    @Bean
    KeptRecords keptMessage(JdbcClient jdbc) {
        return new TableRecords(jdbc, "MESSAGE", "portal.message", "portal.delete_messages");
    }

    /// Questions about looks, with their answers.
    @Bean
    KeptRecords keptInquiry(JdbcClient jdbc) {
        return new TableRecords(
                jdbc,
                "INQUIRY",
                "(select id, member_id, coalesce(answered_at, at) as at from portal.inquiry)",
                "portal.delete_inquiries");
    }

    /// Who acted for a member: a record of the one acted for.
    @Bean
    KeptRecords keptProxy(JdbcClient jdbc) {
        return new TableRecords(
                jdbc,
                "PROXY",
                "(select id, ward_id as member_id, greatest(appointed_at, accepted_at, coalesce(ended_at, to_day::timestamp at time zone 'Asia/Tokyo')) as at from portal.proxy)",
                "portal.delete_proxies");
    }

    /// A device, as old as its last use.
    @Bean
    KeptRecords keptDevice(JdbcClient jdbc) {
        return new TableRecords(
                jdbc,
                "DEVICE",
                "(select number as id, owner_id as member_id, greatest(seen_at, ended_at) as at from portal.session)",
                "portal.delete_sessions");
    }

    /// An invitation to the pages with its code.
    @Bean
    KeptRecords keptCode(JdbcClient jdbc) {
        return new TableRecords(
                jdbc,
                "CODE",
                "(select id, member_id, greatest(issued_at, used_at, until::timestamp at time zone 'Asia/Tokyo') as at from portal.invitation)",
                "portal.delete_codes");
    }

    /// The account, known by the number of the member.
    @Bean
    KeptRecords keptAccount(JdbcClient jdbc) {
        return new TableRecords(
                jdbc,
                "ACCOUNT",
                "(select owner_id as id, owner_id as member_id, connected_at as at from portal.account)",
                "portal.delete_accounts");
    }
}
