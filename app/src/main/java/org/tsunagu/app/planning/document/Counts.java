package org.tsunagu.app.planning.document;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.planning.document.Bands.Band;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.Settings;
import org.tsunagu.rules.eligibility.Eligibility;

/// Counts the members of the current insurer as its plan divides them (計画書のための集計). Which days of birth belong to an age
/// says [Eligibility]; SQL only counts.
@Service
class Counts {

    private static final String REGISTERED = """
        with registered as (
          select distinct member_id from membership.coverage
          where from_day <= :day and coalesce(to_day, 'infinity'::date) >= :day)
        """;
    private static final String BY_AGE = REGISTERED + """
        select m.sex, count(*) from membership.member m join registered r on r.member_id = m.id
        where m.birth between :first and :last group by m.sex
        """;
    private static final String BY_KIND = REGISTERED + """
        select m.sex, m.relation = any(:insured), count(*)
        from membership.member m join registered r on r.member_id = m.id
        where m.birth between :first and :last group by 1, 2
        """;

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Eligibility eligibility = Settings.shipped().eligibility(List.of());

    Counts(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// People by kind of member (本人・家族の別).
    record Kind(Sex sex, boolean isInsured) {}

    /// Members on a day, of the ages they have on that day.
    Map<Sex, Long> members(LocalDate day, Band ages) {
        var found = new HashMap<Sex, Long>();
        transactions
                .inCurrent(() -> jdbc.sql(BY_AGE)
                        .param("day", Date.valueOf(day))
                        .param(
                                "first",
                                Date.valueOf(day.minusYears(ages.to() + 1L).plusDays(1)))
                        .param("last", Date.valueOf(day.minusYears(ages.from())))
                        .query((row, n) -> Map.entry(sex(row.getString(1)), row.getLong(2)))
                        .list())
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    /// Targets of a year by kind of member.
    ///
    /// @param day on which they are registered: 1 April, or today for a year to come
    Map<Kind, Long> targets(FiscalYear year, LocalDate day, List<String> insured) {
        var births = eligibility.birthsOfTargets(year);
        var found = new HashMap<Kind, Long>();
        transactions
                .inCurrent(() -> jdbc.sql(BY_KIND)
                        .param("day", Date.valueOf(day))
                        .param("insured", insured.toArray(String[]::new))
                        .param("first", Date.valueOf(births.first()))
                        .param("last", Date.valueOf(births.last()))
                        .query((row, n) ->
                                Map.entry(new Kind(sex(row.getString(1)), row.getBoolean(2)), row.getLong(3)))
                        .list())
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    private static Sex sex(String code) {
        return Sex.of(code).orElseThrow();
    }
}
