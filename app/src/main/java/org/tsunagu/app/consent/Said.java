package org.tsunagu.app.consent;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.rules.legal.ConsentEvent;
import org.tsunagu.rules.legal.ConsentFold;
import org.tsunagu.rules.legal.Recipient;
import org.tsunagu.rules.legal.Standing;

/// What members have said about a transfer (本人の意思), within the transaction of the caller.
@Component
class Said {

    private final JdbcClient jdbc;
    private final ConsentStore store;
    private final Clock clock;

    Said(JdbcClient jdbc, ConsentStore store, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.clock = clock;
    }

    /// How somebody stands now, and the entry that says so.
    record Saying(Standing standing, long id) {

        static final Saying NOTHING = new Saying(Standing.UNSAID, 0);
    }

    /// Those who have said something about the purpose, with how they stand to giving these data to
    /// whoever asks.
    Map<Long, Saying> of(Transfer transfer, Collection<Long> people) {
        var to = new Recipient(
                transfer.requester().party(),
                transfer.requester().name(),
                transfer.requester().number());
        var asked = new ConsentFold.Asked(transfer.purpose(), to, transfer.dataClass());
        var now = OffsetDateTime.now(clock);
        var said = new HashMap<Long, Saying>();
        store.of(people, transfer.purpose()).forEach((member, events) -> {
            var stand = ConsentFold.at(events, asked, now);
            said.put(
                    member,
                    new Saying(
                            stand.standing(),
                            stand.event().map(ConsentEvent::id).orElse(0L)));
        });
        return said;
    }

    /// How many entries there are of each of some members. Counted, not numbered: an entry with a low
    /// number may be committed late.
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
