package org.tsunagu.app.mailing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.TableRecords;

/// Letters as records that are kept for a time (通知の記録の保存).
@Configuration(proxyBeanMethods = false)
class LetterRecords {

    private static final String RECORDS = "(select l.id, l.member_id, coalesce(r.posted_on::timestamp"
            + " at time zone 'Asia/Tokyo', r.created_at) as at from mailing.letter l"
            + " join mailing.run r on r.id = l.run_id)";

    /// That somebody got a letter, or why not.
    @Bean
    KeptRecords keptLetter(JdbcClient jdbc) {
        return new TableRecords(jdbc, "LETTER", RECORDS, "mailing.delete_letters");
    }
}
