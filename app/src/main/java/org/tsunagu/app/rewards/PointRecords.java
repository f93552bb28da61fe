package org.tsunagu.app.rewards;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.TableRecords;

/// Points as records that are kept for a time (健康ポイントの保存): all of a member or nothing, known by the number of the
/// member.
@Configuration(proxyBeanMethods = false)
class PointRecords {

    /// As old as the last thing that happened.
    @Bean
    KeptRecords keptPoint(JdbcClient jdbc) {
        return new TableRecords(
                jdbc,
                "POINT",
                "(select j.member_id as id, j.member_id, greatest(j.joined_on::timestamp at time zone 'Asia/Tokyo', j.left_on::timestamp at time zone 'Asia/Tokyo', (select max(e.at) from rewards.entry e where e.member_id = j.member_id)) as at from rewards.joining j union all select e.member_id, e.member_id, max(e.at) from rewards.entry e where not exists (select 1 from rewards.joining j where j.member_id = e.member_id) group by e.member_id)",
                "rewards.delete_ledgers");
    }
}
