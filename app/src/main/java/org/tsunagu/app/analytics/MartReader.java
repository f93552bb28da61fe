package org.tsunagu.app.analytics;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.codes.time.FiscalYear;

/// Reads what goes into the mart (集計用データの読み出し) from the views that the modules publish for it; within the
/// transaction of the caller, one row at a time.
@Component
class MartReader {

    private static final int ROWS_AT_ONCE = 500;

    private final JdbcClient jdbc;

    MartReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A member insured at some time of a year.
    ///
    /// @param months on whose first day the member was insured, 0 to 12
    record Insured(long memberId, String sex, LocalDate birth, String kind, String employer, String area, int months) {}

    /// A result with what was decided; the decisions are empty when it was not judged.
    record Examined(
            long checkupId,
            long memberId,
            String sex,
            LocalDate birth,
            LocalDate day,
            String facility,
            Optional<String> metabolic,
            Optional<String> level,
            String certainty,
            String results) {}

    /// The fiscal years with results or claims, the earliest first.
    List<FiscalYear> years() {
        return jdbc
                .sql(
                        "select fiscal_year from checkups.mart_checkup union"
                                + " select extract(year from month - interval '3 months')::int from claims.mart_month order by 1")
                .query(Integer.class)
                .list()
                .stream()
                .map(FiscalYear::new)
                .toList();
    }

    /// What the results of a year are made of: changes whenever one of them does.
    String state(FiscalYear year) {
        return jdbc.sql("select count(*) || '/' || coalesce(sum(version), 0) || '/' || coalesce(max(id), 0)"
                        + " from checkups.mart_checkup where fiscal_year = :year")
                .param("year", year.year())
                .query(String.class)
                .single();
    }

    void insured(FiscalYear year, Consumer<Insured> sink) {
        jdbc.sql("""
                        select m.id, m.sex, m.birth, m.kind, m.employer, m.area, (
                          select count(distinct f.day) from generate_series(:april::date, :march::date, '1 month') as f (day)
                          join membership.mart_coverage v on v.member_id = m.id
                            and v.from_day <= f.day::date and coalesce(v.to_day, 'infinity'::date) >= f.day::date)
                        from membership.mart_member m
                        where exists (select 1 from membership.mart_coverage v where v.member_id = m.id
                          and v.from_day <= :march and coalesce(v.to_day, 'infinity'::date) >= :april)
                        order by m.id
                        """)
                .withFetchSize(ROWS_AT_ONCE)
                .param("april", Date.valueOf(year.firstDay()))
                .param("march", Date.valueOf(year.lastDay()))
                .query((RowCallbackHandler) row -> sink.accept(new Insured(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getInt(7))));
    }

    void examined(FiscalYear year, boolean withResults, Consumer<Examined> sink) {
        jdbc.sql("""
                        select c.id, c.member_id, m.sex, m.birth, c.exam_date, c.facility, b.value, l.value,
                          coalesce(b.certainty, ''), coalesce(l.certainty, ''), case when :results then c.results::text else '{}' end
                        from checkups.mart_checkup c
                        join membership.mart_member m on m.id = c.member_id
                        left join checkups.mart_decision b on b.checkup_id = c.id and b.question = 'METABOLIC'
                        left join checkups.mart_decision l on l.checkup_id = c.id and l.question = 'STRATIFICATION'
                        where c.fiscal_year = :year
                        order by c.id
                        """)
                .withFetchSize(ROWS_AT_ONCE)
                .param("results", withResults)
                .param("year", year.year())
                .query((RowCallbackHandler) row -> sink.accept(new Examined(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class),
                        row.getString(6),
                        Optional.ofNullable(row.getString(7)),
                        Optional.ofNullable(row.getString(8)),
                        Certainties.weaker(row.getString(9), row.getString(10)),
                        row.getString(11))));
    }
}
