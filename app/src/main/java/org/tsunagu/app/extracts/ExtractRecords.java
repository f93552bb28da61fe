package org.tsunagu.app.extracts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.TableRecords;

/// Extracts as records that are kept for a time (匿名化した抽出の保存).
@Configuration(proxyBeanMethods = false)
class ExtractRecords {

    /// An extract is about many, whose numbers stand in it.
    @Bean
    KeptRecords keptExtract(JdbcClient jdbc) {
        return new TableRecords(
                jdbc,
                "EXTRACT",
                "(select id, 0::bigint as member_id, greatest(requested_at, decided_at, taken_at) as at from extracts.extract)",
                "extracts.delete_extracts");
    }
}
