package org.tsunagu.app.worklists;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.TableRecords;

/// Tasks as records that are kept for a time (作業の保存), and the workbooks that came back.
@Configuration(proxyBeanMethods = false)
class TaskRecords {

    /// As old as its last change.
    @Bean
    KeptRecords keptTask(JdbcClient jdbc) {
        return new TableRecords(
                jdbc,
                "TASK",
                "(select id, coalesce(member_id, 0) as member_id, updated_at as at from worklists.task)",
                "worklists.delete_tasks");
    }

    /// A workbook is about many.
    @Bean
    KeptRecords keptWorkbook(JdbcClient jdbc) {
        return new TableRecords(
                jdbc,
                "WORKBOOK",
                "(select id, 0::bigint as member_id, at from worklists.upload)",
                "worklists.delete_uploads");
    }
}
