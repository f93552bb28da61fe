package org.tsunagu.app.reporting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.TableRecords;

/// People of reports as records that are kept for a time (法定報告の個人別明細の保存); the counts stay.
@Configuration(proxyBeanMethods = false)
class ReportRecords {

    private static final String RECORDS = "(select p.id, p.member_id, coalesce(r.counted_at, r.created_at) as at"
            + " from reporting.person p join reporting.report r on r.id = p.report_id)";

    /// How somebody stood in a report.
    @Bean
    KeptRecords keptReport(JdbcClient jdbc) {
        return new TableRecords(jdbc, "REPORT", RECORDS, "reporting.delete_people");
    }
}
