package org.tsunagu.app.reporting;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.checkups.ResultOfYear;
import org.tsunagu.app.checkups.Treatment;
import org.tsunagu.app.reporting.Candidate.Answer;
import org.tsunagu.app.reporting.Candidate.Found;
import org.tsunagu.app.tables.ReasonJson;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.Settings;
import org.tsunagu.rules.eligibility.Eligibility;
import org.tsunagu.rules.eligibility.Enrolment;

/// Reads everybody who may count in a year, with the results of the year (集計対象の読み出し): one statement, so
/// that all are of the same moment, and one member at a time. Which days of birth belong to the programme
/// says [Eligibility].
@Component
class CandidateReader {

    private static final int ROWS_AT_ONCE = 500;
    private static final int AREA_DIGITS = 3;
    private static final String EVERYBODY = """
        with wanted as (
          select m.id from membership.member m where m.birth between :first and :last
            and exists (select 1 from membership.coverage v where v.member_id = m.id
              and v.from_day <= :march and coalesce(v.to_day, 'infinity'::date) >= :april)
          union select c.member_id from checkups.checkup c where c.fiscal_year = :year),
        covered as (
          select member_id, array_agg(from_day order by from_day) as firsts, array_agg(to_day order by from_day) as lasts
          from membership.coverage group by member_id)
        select m.id, m.sex, m.birth, m.kind, m.employer, m.postal_code, v.firsts, v.lasts,
          c.id, c.document_id, coalesce(x.version, 0), c.exam_date, c.facility, c.held,
          c.superseded_by is not null, d.value, d.missing::text, l.value, l.missing::text, b.value, b.missing::text,
          (select jsonb_object_agg(i, c.results -> i) from unnest(:items::text[]) i
            where jsonb_exists(c.results, i))::text,
          coalesce(x.sex, ''), coalesce(x.birth, '')
        from wanted w
        join membership.member m on m.id = w.id
        left join covered v on v.member_id = m.id
        left join checkups.checkup c on c.member_id = m.id and c.fiscal_year = :year
          and (c.held <> '' or not c.withdrawn)
        left join checkups.current_decision d on d.checkup_id = c.id and d.question = 'COMPLETE'
        left join checkups.current_decision l on l.checkup_id = c.id and l.question = 'STRATIFICATION'
        left join checkups.current_decision b on b.checkup_id = c.id and b.question = 'METABOLIC'
        left join intake.document x on x.id = c.document_id
        order by m.id, %s desc
        """.formatted(ResultOfYear.rank("c", "d"));

    private final JdbcClient jdbc;
    private final Eligibility eligibility = Settings.shipped().eligibility(List.of());

    CandidateReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Gives each of them to somebody; within the transaction of the caller.
    void each(FiscalYear year, Consumer<Candidate> sink) {
        var births = eligibility.birthsOfTargets(year);
        var members = new Members(sink);
        jdbc.sql(EVERYBODY)
                .withFetchSize(ROWS_AT_ONCE)
                // A day more: on the first of April the way of counting ages decides.
                .param("first", Date.valueOf(births.first().minusDays(1)))
                .param("last", Date.valueOf(births.last().plusDays(1)))
                .param("april", Date.valueOf(year.firstDay()))
                .param("march", Date.valueOf(year.lastDay()))
                .param("year", year.year())
                .param(
                        "items",
                        Stream.concat(Treatment.items().stream(), Counting.HBA1C.stream())
                                .toArray(String[]::new))
                .query((RowCallbackHandler) members::row);
        members.hand();
    }

    /// Rows of one member follow each other.
    private static final class Members {
        private final Consumer<Candidate> sink;
        private final List<Found> results = new ArrayList<>();
        private @Nullable Candidate current;

        Members(Consumer<Candidate> sink) {
            this.sink = sink;
        }

        void row(ResultSet row) throws SQLException {
            if (current == null || current.memberId() != row.getLong(1)) {
                hand();
                current = member(row);
            }
            if (row.getLong(9) != 0) {
                results.add(found(row));
            }
        }

        void hand() {
            if (current != null) {
                sink.accept(new Candidate(
                        current.memberId(),
                        current.sex(),
                        current.birth(),
                        current.kind(),
                        current.employer(),
                        current.area(),
                        current.enrolments(),
                        List.copyOf(results)));
                results.clear();
                current = null;
            }
        }
    }

    private static Candidate member(ResultSet row) throws SQLException {
        var postalCode = row.getString(6).replaceAll("[^0-9]", "");
        return new Candidate(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getString(4),
                row.getString(5),
                postalCode.substring(0, Math.min(AREA_DIGITS, postalCode.length())),
                enrolments(row),
                List.of());
    }

    private static List<Enrolment> enrolments(ResultSet row) throws SQLException {
        var firsts = row.getArray(7);
        if (firsts == null) {
            return List.of();
        }
        var from = (Date[]) firsts.getArray();
        var to = (@Nullable Date[]) row.getArray(8).getArray();
        var all = new ArrayList<Enrolment>(from.length);
        for (var i = 0; i < from.length; i++) {
            all.add(new Enrolment(
                    from[i].toLocalDate(), Optional.ofNullable(to[i]).map(Date::toLocalDate)));
        }
        return all;
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getLong(9),
                row.getLong(10),
                row.getInt(11),
                row.getObject(12, LocalDate.class),
                row.getString(13),
                row.getString(14),
                row.getBoolean(15),
                answer(row, 16),
                answer(row, 18),
                answer(row, 20),
                values(row.getString(22)),
                row.getString(23),
                row.getString(24));
    }

    private static Optional<Answer> answer(ResultSet row, int at) throws SQLException {
        var value = row.getString(at);
        return value == null
                ? Optional.empty()
                : Optional.of(new Answer(value, ReasonJson.readWords(row.getString(at + 1))));
    }

    private static CheckupValues values(@Nullable String json) {
        return Checkups.values(json == null ? "{}" : json);
    }

    /// A document that gives no member yet, or that reception has refused (数えられない文書).
    ///
    record Loose(long documentId, boolean isRejected) {}

    /// The checkup documents of a year that are no results, also those whose day cannot be read and that
    /// came within the year; within the transaction of the caller.
    List<Loose> loose(FiscalYear year) {
        return jdbc.sql("select x.id, x.status = 'REJECTED' from intake.document x"
                        + " join intake.delivery y on y.id = x.delivery_id where x.kind <> 'hg08'"
                        + " and coalesce(x.exam_date, (y.received_at at time zone 'Asia/Tokyo')::date)"
                        + " between :first and :last"
                        + " and (x.status = 'REJECTED' or x.match in ('DOUBTFUL', 'NONE', 'EARLIER')) order by x.id")
                .param("first", Date.valueOf(year.firstDay()))
                .param("last", Date.valueOf(year.lastDay()))
                .query((row, n) -> new Loose(row.getLong(1), row.getBoolean(2)))
                .list();
    }
}
