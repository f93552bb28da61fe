package org.tsunagu.app.reporting;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.keeping.KeptMentions;

/// What is missing of somebody in a report is forgotten with the person (不足・確認の削除).
@Component
class GapMentions implements KeptMentions {

    private final JdbcClient jdbc;

    GapMentions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void forget(Collection<Long> members) {
        var numbers = members.toArray(Long[]::new);
        jdbc.sql("select reporting.forget_members(:members)")
                .param("members", numbers)
                .query((row, n) -> n)
                .list();
    }
}
