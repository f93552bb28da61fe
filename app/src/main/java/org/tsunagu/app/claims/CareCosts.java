package org.tsunagu.app.claims;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// What the care of members cost (医療費の明細), claim by claim, of the claims that count. Within the
/// transaction of the
/// caller.
@Service
public class CareCosts {

    private final JdbcClient jdbc;

    CareCosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A claim as a notice names it (1件).
    ///
    /// @param kind of claim: `MED`, `DPC`, `DEN`, `PHA`, `NUR`
    /// @param institution name as the claim has it
    /// @param yen the whole cost, whoever pays it
    public record Line(
            long memberId, YearMonth month, String kind, boolean isInpatient, String institution, int days, long yen) {}

    /// The claims of some members, by member and month. Those on public payers alone are not the
    /// insurer's.
    public Map<Long, List<Line>> of(Collection<Long> members, YearMonth from, YearMonth to) {
        return jdbc
                .sql("select member_id, care_month, kind, inpatient, institution_name, days, yen from claims.counted"
                        + " where member_id = any(:members) and care_month between :from and :to and not public_only"
                        + " order by member_id, care_month, id")
                .param("members", members.toArray(Long[]::new))
                .param("from", Date.valueOf(from.atDay(1)))
                .param("to", Date.valueOf(to.atDay(1)))
                .query((row, n) -> new Line(
                        row.getLong(1),
                        YearMonth.from(row.getObject(2, LocalDate.class)),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getString(5),
                        row.getInt(6),
                        row.getLong(7)))
                .stream()
                .collect(Collectors.groupingBy(Line::memberId));
    }
}
