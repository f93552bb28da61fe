package org.tsunagu.app.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where documents come from (文書の出どころ), within the transaction of the caller.
@Component
public class Origins {

    private final JdbcClient jdbc;

    Origins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Where a document comes from.
    ///
    /// @param otherInsurer number of the insurer that handed it over; empty for none
    public record From(Origin origin, String otherInsurer) {}

    /// Where each of some documents comes from, by its number.
    public Map<Long, From> of(Collection<Long> documents) {
        var origins = new HashMap<Long, From>();
        jdbc.sql("select x.id, d.origin, x.other_insurer from intake.document x"
                        + " join intake.delivery d on d.id = x.delivery_id where x.id = any(:documents)")
                .param("documents", documents.toArray(Long[]::new))
                .query(row -> {
                    var other = row.getString(3);
                    var origin = other.isEmpty() ? Origin.valueOf(row.getString(2)) : Origin.HANDOVER;
                    origins.put(row.getLong(1), new From(origin, other));
                });
        return origins;
    }
}
