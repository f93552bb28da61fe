package org.tsunagu.app.membership;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Where the insured people of the current insurer work (事業所), as the register has it; everything
/// within the
/// transaction of the caller.
@Service
public class Workplaces {

    private static final String COVERED = " from membership.member m where exists (select 1 from membership.coverage c"
            + " where c.member_id = m.id and c.from_day <= :day and coalesce(c.to_day, 'infinity'::date) >= :day)";

    private final JdbcClient jdbc;

    Workplaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many insured people each workplace has on a day, by the code of the register.
    public Map<String, Integer> counts(LocalDate day) {
        var counts = new TreeMap<String, Integer>();
        jdbc.sql("select m.employer, count(*)" + COVERED + " and m.employer <> '' group by m.employer")
                .param("day", Date.valueOf(day))
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    /// The insured people of a workplace on a day, in the order of their names.
    public List<Member> staff(String employer, LocalDate day) {
        var columns = "m." + Members.COLUMNS.replace(", ", ", m.");
        return jdbc.sql("select " + columns + COVERED + " and m.employer = :employer order by m.kana_key, m.id")
                .param("day", Date.valueOf(day))
                .param("employer", employer)
                .query(Members.MEMBER)
                .list();
    }

    /// Everybody the register has of a workplace, also those who have left.
    public List<Member> everybody(String employer) {
        return jdbc.sql("select " + Members.COLUMNS + " from membership.member where employer = :employer order by id")
                .param("employer", employer)
                .query(Members.MEMBER)
                .list();
    }
}
