package org.tsunagu.app.exchange;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.TableRecords;

/// People whose results were asked for as records that are kept for a time (提供依頼の対象者の保存).
@Configuration(proxyBeanMethods = false)
class RequestRecords {

    /// As old as the last thing that happened to the request.
    @Bean
    KeptRecords keptRequest(JdbcClient jdbc) {
        return new TableRecords(
                jdbc,
                "REQUEST",
                "(select p.id, p.member_id, greatest((select max(e.at) from exchange.request_event e where e.request_id = p.request_id), r.deadline::timestamp at time zone 'Asia/Tokyo') as at from exchange.request_person p join exchange.request r on r.id = p.request_id)",
                "exchange.delete_request_people");
    }
}
