package org.tsunagu.app.portal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.keeping.KeptMentions;

/// Who acted for somebody else is forgotten with the person (代理人の削除); the appointment has ended then.
@Component
class ProxyMentions implements KeptMentions {

    private final JdbcClient jdbc;
    private final Clock clock;

    ProxyMentions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void forget(Collection<Long> members) {
        jdbc.sql("select portal.forget_proxies(:members, :now)")
                .param("members", members.toArray(Long[]::new))
                .param("now", OffsetDateTime.now(clock))
                .query((row, n) -> n)
                .list();
    }
}
