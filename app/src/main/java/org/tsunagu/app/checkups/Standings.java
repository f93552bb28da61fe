package org.tsunagu.app.checkups;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.intake.Origin;
import org.tsunagu.app.tables.ReasonJson;

/// Which results count as specific checkups and which do not (特定健診としての取扱い), for whoever has to look after them.
@Service
public class Standings {

    private static final String SELECT = "select c.id, c.member_id, m.name, c.exam_date, c.facility, c.programme,"
            + " c.origin, c.from_insurer, c.held, coalesce(d.missing::text, '[]') from checkups.checkup c"
            + " join membership.member m on m.id = c.member_id"
            + " left join lateral (select l.missing from checkups.decision l where l.checkup_id = c.id"
            + " and l.question = 'COMPLETE' order by l.id desc limit 1) d on true";
    private static final RowMapper<Standing> STANDING = (row, n) -> new Standing(
            row.getLong(1),
            row.getLong(2),
            row.getString(3),
            row.getObject(4, LocalDate.class),
            row.getString(5),
            row.getString(6),
            Origin.valueOf(row.getString(7)),
            row.getString(8),
            row.getString(9),
            ReasonJson.readWords(row.getString(10)));
    /// What somebody can do something about.
    private static final String WAITING = " where c.held in ('CONSENT', 'REFUSED', 'ITEMS')";

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Recounting recounting;
    private final Audit audit;

    Standings(JdbcClient jdbc, TenantTransactions transactions, Recounting recounting, Audit audit) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.recounting = recounting;
        this.audit = audit;
    }

    /// The results of a member, the latest first; without those that a later one has replaced or that were taken back.
    public List<Standing> of(long memberId) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + " where c.member_id = :member"
                        + " and (c.held <> '' or c.superseded_by is null and not c.withdrawn)"
                        + " order by c.exam_date desc, c.id desc limit 50")
                .param("member", memberId)
                .query(STANDING)
                .list());
    }

    /// Results of treatment that do not count, the latest first.
    public List<Standing> held(int most) {
        return transactions.inCurrent(
                () -> jdbc.sql(SELECT + WAITING + " order by c.exam_date desc, c.id desc limit :most")
                        .param("most", most)
                        .query(STANDING)
                        .list());
    }

    /// How many of them there are.
    public int heldCount() {
        return transactions.inCurrent(() -> jdbc.sql("select count(*) from checkups.checkup c" + WAITING)
                .query(Integer.class)
                .single());
    }

    /// Says of a result that it comes from somewhere else than was thought; what depends on it changes at once.
    ///
    /// @param to one of [Origin#OF_FILES]
    /// @return the member; 0 when there is no such result, or it was handed over by another insurer
    public long say(long checkupId, Origin to) {
        InsurerId insurer = Actors.current().insurer().id();
        return transactions.inCurrent(() -> {
            var member = jdbc.sql("update checkups.checkup set origin = :to where id = :id and origin <> 'HANDOVER'"
                            + " and (held <> '' or not withdrawn) returning member_id")
                    .param("to", to.name())
                    .param("id", checkupId)
                    .query(Long.class)
                    .optional()
                    .orElse(0L);
            if (member != 0) {
                audit.note(Look.changed(
                        member, "checkup", "/checkups/origin", "checkup %d is %s".formatted(checkupId, to)));
                recounting.of(insurer, List.of(member));
            }
            return member;
        });
    }
}
