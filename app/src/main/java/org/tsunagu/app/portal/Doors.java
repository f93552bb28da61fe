package org.tsunagu.app.portal;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.Insurers;

/// Which insurer a code or a log-in name leads to (入口): the one thing about members that is read before it is known for
/// whom.
@Component
class Doors {

    /// What leads somewhere.
    enum Kind {
        CODE,
        LOGIN,
        /// Number of a person at an identity service.
        SUBJECT
    }

    private final JdbcClient jdbc;
    private final Insurers insurers;

    Doors(JdbcClient jdbc, Insurers insurers) {
        this.jdbc = jdbc;
        this.insurers = insurers;
    }

    Optional<Insurer> behind(Kind kind, String key) {
        var id = jdbc.sql("select insurer_id from portal.door where kind = :kind and key = :key")
                .param("kind", kind.name())
                .param("key", key)
                .query(Integer.class)
                .optional();
        return id.flatMap(number -> insurers.all().stream()
                .filter(one -> one.id().value() == number)
                .findFirst());
    }

    /// Within the transaction of the caller.
    ///
    /// @return false when it leads somewhere already
    boolean open(Kind kind, String key, InsurerId insurer) {
        return jdbc.sql("insert into portal.door values (:kind, :key, :insurer) on conflict do nothing")
                        .param("kind", kind.name())
                        .param("key", key)
                        .param("insurer", insurer.value())
                        .update()
                > 0;
    }

    /// Within the transaction of the caller.
    void close(Kind kind, String key) {
        jdbc.sql("delete from portal.door where kind = :kind and key = :key")
                .param("kind", kind.name())
                .param("key", key)
                .update();
    }
}
