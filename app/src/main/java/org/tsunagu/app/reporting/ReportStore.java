package org.tsunagu.app.reporting;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Columns;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.reporting.Candidate.Answer;
import org.tsunagu.app.reporting.Candidate.Found;
import org.tsunagu.app.tables.ReasonJson;

/// Writes what was counted (集計の保存), within the transaction of the caller.
@Component
class ReportStore {

    private static final int ROWS_AT_ONCE = 500;
    private static final String PEOPLE = """
        insert into reporting.person (insurer_id, report_id, member_id, sex, ages, member_kind, employer, area, facility,
          is_target, in_denominator, checkup_id, document_id, document_version, exam_date, complete, level, metabolic,
          below, above)
        select :insurer, :report, p.member, p.sex, p.ages, p.kind, p.employer, p.area, p.facility,
          p.target = 1, p.denominator = 1, p.checkup, p.document, p.version, p.exam_date::date, p.complete = 1,
          p.level, p.metabolic, string_to_array(p.below, ','), string_to_array(p.above, ',')
        from unnest(:members, :sexes, :ages, :kinds, :employers, :areas, :facilities, :targets, :denominators, :checkups,
          :documents, :versions, :dates, :completes, :levels, :metabolics, :belows, :aboves)
          as p (member, sex, ages, kind, employer, area, facility, target, denominator, checkup, document, version,
            exam_date, complete, level, metabolic, below, above)
        """;
    private static final String TALLY = """
        insert into reporting.tally (insurer_id, report_id, dimension, value, indicator, below, above)
        select :insurer, :report, d.dimension, d.value, i.indicator, count(*),
          count(*) filter (where i.indicator = any(p.above))
        from reporting.person p
        cross join lateral unnest(p.below) as i (indicator)
        cross join lateral (values ('all', ''), ('sex', p.sex), ('age', p.ages), ('kind', p.member_kind),
          ('employer', p.employer), ('area', p.area), ('facility', p.facility)) as d (dimension, value)
        where p.report_id = :report
        group by d.dimension, d.value, i.indicator
        """;

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes people one by one and writes some hundred at once.
    final class Pen {
        private final InsurerId insurer;
        private final long report;
        private final List<Counted> people = new ArrayList<>();
        private final List<Noted> gaps = new ArrayList<>();
        private int seq;

        Pen(InsurerId insurer, long report) {
            this.insurer = insurer;
            this.report = report;
        }

        /// Whoever is neither a target nor has a result is left out, unless there is something to look at.
        void write(Counted person) {
            if (person.isTarget()
                    || !person.who().results().isEmpty()
                    || !person.gaps().isEmpty()) {
                people.add(person);
                person.gaps().forEach(gap -> write(person.who().memberId(), gap));
            }
            if (people.size() >= ROWS_AT_ONCE) {
                flush();
            }
        }

        /// @param member 0 while nobody is known
        void write(long member, Gap gap) {
            seq++;
            gaps.add(new Noted(seq, member, gap));
        }

        void flush() {
            people(insurer, report, people);
            gaps(insurer, report, gaps);
            people.clear();
            gaps.clear();
        }
    }

    private record Noted(int seq, long member, Gap gap) {}

    private void people(InsurerId insurer, long report, List<Counted> people) {
        jdbc.sql(PEOPLE)
                .param("insurer", insurer.value())
                .param("report", report)
                .param("members", Columns.numbers(people, one -> one.who().memberId()))
                .param("sexes", Columns.texts(people, one -> one.who().sex()))
                .param("ages", Columns.texts(people, Counted::ages))
                .param("kinds", Columns.texts(people, one -> one.who().kind()))
                .param("employers", Columns.texts(people, one -> one.who().employer()))
                .param("areas", Columns.texts(people, one -> one.who().area()))
                .param("facilities", of(people, "", Found::facility))
                .param("targets", Columns.numbers(people, one -> one.isTarget() ? 1L : 0L))
                .param("denominators", Columns.numbers(people, one -> one.inDenominator() ? 1L : 0L))
                .param("checkups", numbers(people, Found::checkupId))
                .param("documents", numbers(people, Found::documentId))
                .param("versions", numbers(people, found -> (long) found.version()))
                .param("dates", of(people, null, Found::examDate))
                .param("completes", Columns.numbers(people, one -> one.isComplete() ? 1L : 0L))
                .param("levels", of(people, "", found -> value(found.level())))
                .param("metabolics", of(people, "", found -> value(found.metabolic())))
                .param("belows", Columns.texts(people, one -> String.join(",", one.below())))
                .param("aboves", Columns.texts(people, one -> String.join(",", one.above())))
                .update();
    }

    private static String value(java.util.Optional<Answer> answer) {
        return answer.map(Answer::value).orElse("");
    }

    private static @Nullable String[] of(
            List<Counted> people, @Nullable String none, Function<Found, @Nullable Object> cell) {
        return Columns.texts(
                people,
                one -> one.result().isEmpty() ? none : cell.apply(one.result().get()));
    }

    private static @Nullable Long[] numbers(List<Counted> people, Function<Found, Long> cell) {
        return Columns.numbers(
                people,
                one -> one.result().isEmpty() ? null : cell.apply(one.result().get()));
    }

    private void gaps(InsurerId insurer, long report, List<Noted> gaps) {
        jdbc.sql(
                        "insert into reporting.gap (insurer_id, report_id, seq, member_id, checkup_id, document_id, gap, detail,"
                                + " indicator, above, below) select :insurer, :report, g.seq, nullif(g.member, 0),"
                                + " nullif(g.checkup, 0), nullif(g.document, 0), g.gap, g.detail::jsonb, g.indicator, g.above,"
                                + " g.below from unnest(:seqs, :members, :checkups, :documents, :gaps, :details, :indicators,"
                                + " :aboves, :belows) as g (seq, member, checkup, document, gap, detail, indicator, above, below)")
                .param("insurer", insurer.value())
                .param("report", report)
                .param("seqs", Columns.numbers(gaps, one -> (long) one.seq()))
                .param("members", Columns.numbers(gaps, Noted::member))
                .param("checkups", Columns.numbers(gaps, one -> one.gap().checkupId()))
                .param("documents", Columns.numbers(gaps, one -> one.gap().documentId()))
                .param("gaps", Columns.texts(gaps, one -> one.gap().kind()))
                .param(
                        "details",
                        Columns.texts(gaps, one -> ReasonJson.words(one.gap().detail())))
                .param("indicators", Columns.texts(gaps, one -> one.gap().indicator()))
                .param("aboves", Columns.numbers(gaps, one -> (long) one.gap().above()))
                .param("belows", Columns.numbers(gaps, one -> (long) one.gap().below()))
                .update();
    }

    /// Adds up everybody and closes the report.
    void close(InsurerId insurer, Report report, String ruleSet, long repairsUntil, OffsetDateTime at) {
        jdbc.sql(TALLY)
                .param("insurer", insurer.value())
                .param("report", report.id())
                .update();
        jdbc.sql("update reporting.report set state = 'READY', rule_set = :rules, repairs_until = :repairs,"
                        + " counted_at = :at where id = :id")
                .param("rules", ruleSet)
                .param("repairs", repairsUntil)
                .param("at", at)
                .param("id", report.id())
                .update();
    }

    /// How many people are in a report.
    int people(long report) {
        return jdbc.sql("select count(*) from reporting.person where report_id = :report")
                .param("report", report)
                .query(Integer.class)
                .single();
    }

    /// Takes away what a later count has replaced.
    void replace(Report report) {
        for (var table : List.of("gap", "tally", "course", "person")) {
            jdbc.sql("delete from reporting." + table + " where report_id in (select id from reporting.report"
                            + " where fiscal_year = :year and kind = 'COUNT' and id < :id)")
                    .param("year", report.year().year())
                    .param("id", report.id())
                    .update();
        }
        jdbc.sql("delete from reporting.report where fiscal_year = :year and kind = 'COUNT' and id < :id")
                .param("year", report.year().year())
                .param("id", report.id())
                .update();
    }
}
