package org.tsunagu.app.contacts;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.keeping.KeptMentions;

/// What was typed about somebody and never saved is forgotten with the person (下書きの削除).
@Component
class DraftMentions implements KeptMentions {

    private final JdbcClient jdbc;

    DraftMentions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void forget(Collection<Long> members) {
        var numbers = members.toArray(Long[]::new);
        jdbc.sql("delete from contacts.draft where member_id = any(:members)")
                .param("members", numbers)
                .update();
    }
}
