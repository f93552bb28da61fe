package org.tsunagu.app.lists;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.keeping.KeptMentions;

/// What became of somebody who is on no list any more is forgotten with the person (抽出後の経過の削除).
@Component
class EffectMentions implements KeptMentions {

    private final JdbcClient jdbc;

    EffectMentions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void forget(Collection<Long> members) {
        var numbers = members.toArray(Long[]::new);
        jdbc.sql("delete from lists.effect where member_id = any(:members)")
                .param("members", numbers)
                .update();
    }
}
