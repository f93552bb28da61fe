package org.tsunagu.app.membership;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tsunagu.app.access.InsurerId;

/// What a register says by what is not in it (台帳に載っていない資格): who has left, and which times
/// there never were.
@Repository
class RegisterEnd {

    /// A full file without so many of those covered is more likely half a file (STAFF-UI 3.3: 10 % asks
    /// a person).
    private static final int MOST_MISSING_PERCENT = 10;

    private final JdbcClient jdbc;

    RegisterEnd(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// After the last line of a full file, whoever is covered and not in it has left, unless that is
    /// unlikely, or a line that nobody can be found for may be theirs.
    ///
    /// @return everybody the file has told something about
    List<Long> of(InsurerId insurer, RegisterFile file, BadLines bad) {
        var concerned = new ArrayList<>(inFile(file));
        if (file.kind().equals("FULL")) {
            if (bad.nameless() == 0) {
                replaced(insurer, file, bad);
            }
            var covered = count(file, "");
            var missing = count(file, " and m.seen_in is distinct from :file");
            if (missing * 100 > covered * MOST_MISSING_PERCENT || bad.nameless() > 0) {
                set(file, "missing = %d, nameless = %d".formatted(missing, bad.nameless()));
            } else {
                concerned.addAll(endCoverage(file));
            }
        }
        set(file, "state = 'DONE'");
        return concerned;
    }

    /// A full file also says which times there never were: what it does not have of those it knows is
    /// gone, but for what had ended before the first time it tells of, because many a full file holds
    /// only who is insured now. Nothing is taken from whoever stands on a bad line.
    private void replaced(InsurerId insurer, RegisterFile file, BadLines bad) {
        jdbc.sql("with told as (select c.member_id, min(c.from_day) first from membership.coverage c"
                        + " join membership.member m on m.id = c.member_id"
                        + " where c.seen_in = :file and not m.register_key = any(:keys) group by c.member_id),"
                        + " gone as (delete from membership.coverage c using told t where c.member_id = t.member_id"
                        + " and c.seen_in is distinct from :file and coalesce(c.to_day, 'infinity'::date) >= t.first"
                        + " returning c.member_id, c.from_day)"
                        + " insert into membership.change (insurer_id, member_id, field, before, after, source)"
                        + " select :insurer, g.member_id, 'covered_from', g.from_day::text, (select n.from_day::text"
                        + " from membership.coverage n where n.member_id = g.member_id and n.seen_in = :file"
                        + " order by abs(n.from_day - g.from_day) limit 1), :original from gone g")
                .param("insurer", insurer.value())
                .param("file", file.id())
                .param("keys", bad.keys().toArray(String[]::new))
                .param("original", file.original())
                .update();
    }

    private List<Long> inFile(RegisterFile file) {
        return jdbc.sql("select id from membership.member where seen_in = :file")
                .param("file", file.id())
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /// Ends the coverage of those who are not in a full file, after a person has looked.
    ///
    /// @return who they are
    List<Long> endCoverage(RegisterFile file) {
        var ended = jdbc.sql("update membership.coverage c set to_day = :last, reason = 'NOT-IN-REGISTER'"
                        + " from membership.member m where m.id = c.member_id and m.seen_in is distinct from :file"
                        + " and c.from_day < :asOf and coalesce(c.to_day, 'infinity'::date) >= :asOf"
                        + " returning c.member_id")
                .param("last", Date.valueOf(file.asOf().minusDays(1)))
                .param("file", file.id())
                .param("asOf", Date.valueOf(file.asOf()))
                .query((row, n) -> row.getLong(1))
                .list();
        set(file, "missing = 0, ended = " + ended.size());
        return ended;
    }

    private long count(RegisterFile file, String more) {
        LocalDate day = file.asOf();
        return jdbc.sql("select count(distinct m.id) from membership.member m join membership.coverage c"
                        + " on c.member_id = m.id where c.from_day <= :day"
                        + " and coalesce(c.to_day, 'infinity'::date) >= :day" + more)
                .param("day", Date.valueOf(day))
                .param("file", file.id())
                .query(Long.class)
                .single();
    }

    private void set(RegisterFile file, String what) {
        jdbc.sql("update membership.register_file set " + what + " where id = :id")
                .param("id", file.id())
                .update();
    }
}
