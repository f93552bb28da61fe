package org.tsunagu.app.retention;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.keeping.KeptMentions;

/// Reasons to keep something of a person longer are forgotten with the person (本人の削除と保留の記録).
@Component
class HoldMentions implements KeptMentions {

    private final JdbcClient jdbc;

    HoldMentions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void forget(Collection<Long> members) {
        var numbers = members.toArray(Long[]::new);
        jdbc.sql("select retention.forget_members(:members)")
                .param("members", numbers)
                .query((row, n) -> n)
                .list();
    }
}
