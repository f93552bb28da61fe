package org.tsunagu.app.intake;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.keeping.KeptMentions;

/// Whom a document of somebody else might have been about is forgotten with the person (候補・突合の判断の削除).
@Component
class MatchMentions implements KeptMentions {

    private final JdbcClient jdbc;

    MatchMentions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void forget(Collection<Long> members) {
        var numbers = members.toArray(Long[]::new);
        jdbc.sql("select intake.forget_members(:members)")
                .param("members", numbers)
                .query((row, n) -> n)
                .list();
    }
}
