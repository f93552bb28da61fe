package org.tsunagu.app.consent;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.consent.Consent.About;
import org.tsunagu.app.consent.Consent.Decision;
import org.tsunagu.rules.legal.Standing;

/// What members have said about a transfer (本人の意思), within the transaction of the caller.
@Component
class Said {

    private static final Map<String, About> ABOUT = Map.of(
            "CLINICAL_RESULTS", About.CLINICAL,
            "FORMER_INSURER", About.HANDOVER,
            "NEXT_INSURER", About.HANDOVER);

    private final JdbcClient jdbc;

    Said(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How somebody stands, and the entry that says so.
    record Saying(Standing standing, long id) {

        static final Saying NOTHING = new Saying(Standing.UNSAID, 0);
    }

    /// Those who have said something.
    Map<Long, Saying> of(Transfer transfer, Collection<Long> people) {
        var about = ABOUT.get(transfer.purpose());
        var said = new HashMap<Long, Saying>();
        if (about != null) {
            jdbc.sql("select distinct on (member_id) member_id, decision, id from consent.event"
                            + " where about = :about and member_id = any(:members)"
                            + " order by member_id, day desc, id desc")
                    .param("about", about.name())
                    .param("members", people.toArray(Long[]::new))
                    .query(row -> {
                        var isGiven = Decision.valueOf(row.getString(2)) == Decision.GIVEN;
                        said.put(
                                row.getLong(1),
                                new Saying(isGiven ? Standing.GIVEN : Standing.DENIED, row.getLong(3)));
                    });
        }
        return said;
    }

    /// How many entries there are of each of some members. Counted, not numbered: an entry with a low number may be
    /// committed late.
    Map<Long, Long> counts(Collection<Long> people) {
        var counts = new HashMap<Long, Long>();
        jdbc.sql("select member_id, count(*) from consent.event where member_id = any(:members) group by member_id")
                .param("members", people.toArray(Long[]::new))
                .query(row -> {
                    counts.put(row.getLong(1), row.getLong(2));
                });
        return counts;
    }

    /// How many entries there are of a member.
    long count(long member) {
        return jdbc.sql("select count(*) from consent.event where member_id = :member")
                .param("member", member)
                .query(Long.class)
                .single();
    }
}
