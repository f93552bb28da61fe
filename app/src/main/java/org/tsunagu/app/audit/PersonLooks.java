package org.tsunagu.app.audit;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;

/// Who looked at one person (だれが見たか), as the person may read it: what one page showed of several kinds of data is one
/// look.
@Service
public class PersonLooks {

    private static final String ABOUT = "select seq, at, coalesce(staff_id, 0), staff_name, kind, data_class, purpose,"
            + " basis, place, people > 0 from audit.event where insurer_id = :insurer and at >= :since"
            + " and seq in (select seq from audit.event where insurer_id = :insurer and member_id = :member"
            + " union all select seq from audit.subject where insurer_id = :insurer and member_id = :member)";

    /// Somebody of the office may be called so.
    private static final String NOT_OWN = " and not (coalesce(staff_id, 0) = 0 and staff_name = 'person')";

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    PersonLooks(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// A look (閲覧).
    ///
    /// @param seq of its first entry
    /// @param staffId 0 for the system and for members; negative for a program
    /// @param actor the name in the ledger; not to be shown to the person
    /// @param isOfMany whether it was about many people at once
    public record Seen(
            long seq,
            OffsetDateTime at,
            long staffId,
            String actor,
            Look.Kind kind,
            List<String> dataClasses,
            String purpose,
            String basis,
            String place,
            boolean isOfMany) {

        private boolean isSame(Seen other) {
            return at.equals(other.at)
                    && actor.equals(other.actor)
                    && kind == other.kind
                    && purpose.equals(other.purpose)
                    && place.equals(other.place);
        }

        private Seen with(Seen earlier) {
            var classes = new ArrayList<>(earlier.dataClasses);
            dataClasses.stream().filter(one -> !classes.contains(one)).forEach(classes::add);
            return new Seen(
                    earlier.seq, at, staffId, actor, kind, List.copyOf(classes), purpose, basis, place, isOfMany);
        }
    }

    /// The looks at a member since a moment, the latest first.
    ///
    /// @param withOwn whether those of the person are wanted as well
    /// @param most entries that are read
    public List<Seen> about(long memberId, OffsetDateTime since, boolean withOwn, int most) {
        var entries = transactions.inCurrent(() -> jdbc.sql(
                        ABOUT + (withOwn ? "" : NOT_OWN) + " order by seq desc limit :most")
                .param("insurer", Actors.current().insurer().id().value())
                .param("member", memberId)
                .param("since", since)
                .param("most", most)
                .query((row, n) -> new Seen(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class),
                        row.getLong(3),
                        row.getString(4),
                        Look.Kind.valueOf(row.getString(5)),
                        List.of(row.getString(6)),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getBoolean(10)))
                .list());
        return together(entries);
    }

    private static List<Seen> together(List<Seen> entries) {
        var looks = new ArrayList<Seen>();
        for (var entry : entries) {
            if (!looks.isEmpty() && looks.getLast().isSame(entry)) {
                looks.set(looks.size() - 1, looks.getLast().with(entry));
            } else {
                looks.add(entry);
            }
        }
        return looks;
    }

    /// Whether an entry is about a member.
    public boolean isAbout(long memberId, long seq) {
        return transactions.inCurrent(() -> jdbc.sql("select exists (" + ABOUT + " and seq = :seq)")
                .param("insurer", Actors.current().insurer().id().value())
                .param("member", memberId)
                .param("since", OffsetDateTime.parse("2000-01-01T00:00Z"))
                .param("seq", seq)
                .query(Boolean.class)
                .single());
    }
}
