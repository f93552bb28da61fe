package org.tsunagu.app.exchange;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.keeping.KeptMentions;

/// Copies of results that were never stored here are forgotten with the person (写しの削除).
@Component
class CopyMentions implements KeptMentions {

    private final JdbcClient jdbc;

    CopyMentions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void forget(Collection<Long> members) {
        var numbers = members.toArray(Long[]::new);
        jdbc.sql("delete from exchange.delivered where member_id = any(:members)")
                .param("members", numbers)
                .update();
        jdbc.sql("delete from exchange.handover_item where member_id = any(:members)")
                .param("members", numbers)
                .update();
    }
}
