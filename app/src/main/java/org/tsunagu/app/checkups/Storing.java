package org.tsunagu.app.checkups;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Columns;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.intake.DeliveryRefused;
import org.tsunagu.app.intake.DocumentsMatched;
import org.tsunagu.app.intake.DocumentsMatched.Matched;
import org.tsunagu.app.intake.Origin;
import org.tsunagu.app.intake.Origins;
import org.tsunagu.app.intake.Origins.From;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.worklists.Leaving;
import org.tsunagu.app.worklists.NewTask;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judgement;
import org.tsunagu.rules.Judging;

/// Stores results whose person is known, judges them and hands over what is to be done (結果の保存と判定), all in the
/// transaction that made the person known.
@Component
class Storing {

    private final JdbcClient jdbc;
    private final Members members;
    private final Tasks tasks;
    private final Leaving leaving;
    private final HighValues highValues;
    private final Origins origins;
    private final Recounting recounting;
    private final Verdicts verdicts;
    private final Clock clock;
    private final Items items = Items.shipped();
    private final Judging judging = Judging.shipped();

    Storing(
            JdbcClient jdbc,
            Members members,
            Tasks tasks,
            Leaving leaving,
            HighValues highValues,
            Origins origins,
            Recounting recounting,
            Verdicts verdicts,
            Clock clock) {
        this.leaving = leaving;
        this.jdbc = jdbc;
        this.members = members;
        this.tasks = tasks;
        this.highValues = highValues;
        this.origins = origins;
        this.recounting = recounting;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    private record Result(
            Matched<CheckupDocument> matched, LocalDate examDate, CheckupValues values, Optional<Judgement> judgement) {
        long memberId() {
            return matched.memberId();
        }

        long documentId() {
            return matched.documentId();
        }

        long fiscalYear() {
            return FiscalYear.containing(examDate).year();
        }

        String programme() {
            return matched.document().header().programme().text();
        }

        String facility() {
            return matched.document().header().performer().name().text();
        }
    }

    /// First of all who listen: an archive may hold the results and the guidance that follows from them, and guidance
    /// needs the judgement.
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(DocumentsMatched event) {
        var checkups = event.checkups();
        var known = members.within(
                checkups.stream().map(matched -> matched.memberId()).toList());
        var results = checkups.stream()
                .flatMap(matched -> result(matched, Objects.requireNonNull(known.get(matched.memberId()))).stream())
                .toList();
        if (results.isEmpty()) {
            return;
        }
        var origins = origins(results);
        insert(event.insurer(), results, origins);
        var ids = ids(results);
        verdicts.put(event.insurer(), judged(results, ids), false);
        var people =
                results.stream().map(result -> result.memberId()).distinct().toList();
        if (origins.values().stream().anyMatch(from -> from.origin() == Origin.CLINICAL)) {
            recounting.settle(people);
        }
        recounting.supersede(people);
        highValues.put(event.insurer(), judged(results, ids));
        highValues.refresh(people);
        tasks(event.insurer(), results, people);
    }

    private Map<Long, From> origins(List<Result> results) {
        return origins.of(
                results.stream().map(result -> result.matched().documentId()).toList());
    }

    /// What waits for consent or belongs to a former insurer never counts, not even for a moment; what the member has
    /// said and what the result has in it is looked at when it is there.
    private static String held(From from) {
        return Held.text(Held.of(from.origin(), Optional.empty(), false));
    }

    private static List<HighValues.Judged> judged(List<Result> results, Map<Long, Long> ids) {
        var judged = new ArrayList<HighValues.Judged>();
        for (var result : results) {
            var checkup = Objects.requireNonNull(ids.get(result.documentId()));
            result.judgement()
                    .ifPresent(judgement ->
                            judged.add(new HighValues.Judged(checkup, result.memberId(), result.values(), judgement)));
        }
        return judged;
    }

    private Optional<Result> result(Matched<CheckupDocument> matched, Member member) {
        var document = matched.document();
        return document.header().examDay().map(day -> {
            var values = document.values(items);
            return new Result(matched, day, values, judge(member, day, values));
        });
    }

    /// Sex and birth are those of the register: the document may have them wrong, and whoever it was
    /// decided to belong to is judged alike from then on.
    private Optional<Judgement> judge(Member member, LocalDate day, CheckupValues values) {
        return judging.covers(day)
                ? Optional.of(judging.judge(new Examinee(member.sex(), member.birth(), day), values))
                : Optional.empty();
    }

    private void insert(InsurerId insurer, List<Result> results, Map<Long, From> origins) {
        jdbc.sql("insert into checkups.checkup (insurer_id, member_id, document_id, exam_date, fiscal_year, programme,"
                        + " facility, results, origin, from_insurer, held, withdrawn)"
                        + " select :insurer, r.member, r.document, r.exam_date::date, r.year, r.programme, r.facility,"
                        + " r.results::jsonb, r.origin, r.from_insurer, r.held, r.held <> ''"
                        + " from unnest(:members, :documents, :dates, :years, :programmes, :facilities, :results,"
                        + " :origins, :others, :held) as r (member, document, exam_date, year, programme, facility,"
                        + " results, origin, from_insurer, held)"
                        + " on conflict (insurer_id, document_id) do nothing")
                .param("insurer", insurer.value())
                .param("members", Columns.numbers(results, Result::memberId))
                .param("documents", Columns.numbers(results, Result::documentId))
                .param("dates", Columns.texts(results, Result::examDate))
                .param("years", Columns.numbers(results, Result::fiscalYear))
                .param("programmes", Columns.texts(results, Result::programme))
                .param("facilities", Columns.texts(results, Result::facility))
                .param("results", Columns.texts(results, result -> ResultJson.write(result.values())))
                .param(
                        "origins",
                        Columns.texts(
                                results,
                                result -> from(origins, result).origin().name()))
                .param(
                        "others",
                        Columns.texts(results, result -> from(origins, result).otherInsurer()))
                .param("held", Columns.texts(results, result -> held(from(origins, result))))
                .update();
    }

    private static From from(Map<Long, From> origins, Result result) {
        return Objects.requireNonNull(origins.get(result.documentId()));
    }

    private Map<Long, Long> ids(List<Result> results) {
        var ids = new HashMap<Long, Long>();
        jdbc.sql("select document_id, id from checkups.checkup where document_id = any(:documents)")
                .param(
                        "documents",
                        results.stream().map(result -> result.documentId()).toArray(Long[]::new))
                .query(row -> {
                    ids.put(row.getLong(1), row.getLong(2));
                });
        return ids;
    }

    /// Only the latest checkup asks for anything; what it asks about people who have left waits for their return.
    private void tasks(InsurerId insurer, List<Result> results, List<Long> people) {
        var today = LocalDate.now(clock);
        var latest = latest(people);
        var counting = counting(results);
        var fresh = new ArrayList<NewTask>();
        var concerned = new ArrayList<Long>();
        for (var result : results) {
            var member = result.memberId();
            var counts = counting.contains(result.documentId());
            if (counts && result.examDate().equals(latest.get(member))) {
                concerned.add(member);
                result.judgement()
                        .ifPresent(judgement ->
                                fresh.addAll(CheckupTasks.of(member, result.examDate(), judgement, today)));
            }
        }
        tasks.dropAbout(concerned, CheckupTasks.KINDS, "NEWER-CHECKUP");
        tasks.put(insurer, fresh);
        var left = new HashSet<>(concerned);
        left.removeAll(members.coveredOn(concerned, today));
        leaving.leave(left, CheckupTasks.KINDS);
    }

    private Set<Long> counting(List<Result> results) {
        return new HashSet<>(jdbc.sql("select document_id from checkups.checkup where document_id = any(:documents)"
                        + " and superseded_by is null and not withdrawn")
                .param(
                        "documents",
                        results.stream().map(result -> result.documentId()).toArray(Long[]::new))
                .query((row, n) -> row.getLong(1))
                .list());
    }

    private Map<Long, LocalDate> latest(List<Long> people) {
        var latest = new HashMap<Long, LocalDate>();
        jdbc.sql("select member_id, max(exam_date) from checkups.checkup where member_id = any(:members)"
                        + " and superseded_by is null and not withdrawn group by member_id")
                .param("members", people.toArray(Long[]::new))
                .query(row -> {
                    latest.put(row.getLong(1), row.getObject(2, LocalDate.class));
                });
        return latest;
    }

    @EventListener
    void on(DeliveryRefused event) {
        recounting.withdraw(event.insurer(), event.documentIds());
    }
}
