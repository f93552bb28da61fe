package org.tsunagu.app.access;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.keeping.KeptMentions;

/// Whom an outside provider looks after is forgotten with the person (委託先の担当の削除).
@Component
class AssignmentMentions implements KeptMentions {

    private final JdbcClient jdbc;

    AssignmentMentions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void forget(Collection<Long> members) {
        jdbc.sql("delete from access.assignment where member_id = any(:members)")
                .param("members", members.toArray(Long[]::new))
                .update();
    }
}
