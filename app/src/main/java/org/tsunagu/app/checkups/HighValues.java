package org.tsunagu.app.checkups;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Columns;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.tables.ReasonJson;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.Judgement;
import org.tsunagu.rules.band.Band;
import org.tsunagu.rules.band.Bands;

/// Keeps the values at the doctor-visit level and works out for how many years nothing has been done (受診勧奨判定値以上の値と未治療
/// の年数). Everything within the transaction of the caller.
@Component
class HighValues {

    private static final int DOCTOR_BAND = 2;
    private static final Set<String> LOW = Bands.table(List.of()).rows().stream()
            .filter(row -> row.text("direction").equals("low"))
            .map((Row row) -> row.text("variable"))
            .collect(Collectors.toUnmodifiableSet());

    private final JdbcClient jdbc;

    HighValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A checkup with what the rules say about it.
    record Judged(long checkupId, long memberId, CheckupValues values, Judgement judgement) {}

    /// Keeps the high values of checkups, in place of what was kept of them before.
    void put(InsurerId insurer, List<Judged> all) {
        jdbc.sql("delete from checkups.high_value where checkup_id = any(:checkups)")
                .param("checkups", all.stream().map(Judged::checkupId).toArray(Long[]::new))
                .update();
        var rows = all.stream().flatMap(one -> rows(one).stream()).toList();
        jdbc.sql("insert into checkups.high_value select :insurer, h.checkup, h.member, h.variable, h.value::numeric,"
                        + " h.shown, h.is_low::boolean, h.treated, h.certainty, h.reason::jsonb from unnest(:checkups,"
                        + " :members, :variables, :values, :shown, :low, :treated, :certainties, :reasons)"
                        + " as h (checkup, member, variable, value, shown, is_low, treated, certainty, reason)")
                .param("insurer", insurer.value())
                .param("checkups", Columns.numbers(rows, row -> row.of().checkupId()))
                .param("members", Columns.numbers(rows, row -> row.of().memberId()))
                .param("variables", Columns.texts(rows, High::variable))
                .param("values", Columns.texts(rows, row -> number(row.band().value())))
                .param("shown", Columns.texts(rows, row -> row.band().value()))
                .param("low", Columns.texts(rows, row -> LOW.contains(row.variable())))
                .param(
                        "treated",
                        Columns.texts(
                                rows,
                                row -> Treatment.of(row.variable(), row.of().values())))
                .param("certainties", Columns.texts(rows, High::certainty))
                .param(
                        "reasons",
                        Columns.texts(
                                rows, row -> ReasonJson.write(List.of(row.band().reason()))))
                .update();
    }

    /// One value at the doctor-visit level.
    private record High(Judged of, String variable, Band band) {
        String certainty() {
            return band.reason().basis().certainty().name().toLowerCase(Locale.ROOT);
        }
    }

    private static List<High> rows(Judged judged) {
        var rows = new ArrayList<High>();
        var seen = new HashSet<String>();
        for (var band : judged.judgement().bands()) {
            var variable = band.reason().facts().getOrDefault("variable", "");
            if (band.band() == DOCTOR_BAND && seen.add(variable)) {
                rows.add(new High(judged, variable, band));
            }
        }
        return rows;
    }

    /// A value outside of what was measured has no number, only its text.
    private static @Nullable String number(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?") ? text : null;
    }

    /// The latest checkup of a member that counts.
    private record Latest(long id, int fiscalYear, LocalDate examDate) {}

    /// A value of the latest checkup with what it was in the years before.
    private record Advice(Latest latest, String variable, UntreatedYears years) {}

    /// Works out again what the latest checkups of people say.
    void refresh(Collection<Long> people) {
        var ids = people.toArray(Long[]::new);
        jdbc.sql("delete from checkups.visit_advice where member_id = any(:people)")
                .param("people", ids)
                .update();
        var latest = latest(ids);
        var advices = new ArrayList<Advice>();
        years(ids).forEach((value, years) -> {
            var checkup = latest.get(value.memberId());
            if (checkup != null && years.getFirst().checkupId() == checkup.id()) {
                advices.add(new Advice(checkup, value.variable(), UntreatedYears.of(years)));
            }
        });
        jdbc.sql("insert into checkups.visit_advice select h.insurer_id, h.member_id, h.variable, h.checkup_id, a.year,"
                        + " a.day::date, h.value, h.shown, h.is_low, h.treated, a.years, a.history::jsonb, h.certainty,"
                        + " h.reason from unnest(:checkups, :variables, :years, :days, :counts, :histories)"
                        + " as a (checkup, variable, year, day, years, history)"
                        + " join checkups.high_value h on h.checkup_id = a.checkup and h.variable = a.variable")
                .param(
                        "checkups",
                        Columns.numbers(advices, advice -> advice.latest().id()))
                .param("variables", Columns.texts(advices, Advice::variable))
                .param("years", Columns.numbers(advices, advice ->
                        (long) advice.latest().fiscalYear()))
                .param("days", Columns.texts(advices, advice -> advice.latest().examDate()))
                .param("counts", Columns.numbers(advices, advice ->
                        (long) advice.years().count()))
                .param(
                        "histories",
                        Columns.texts(advices, advice -> advice.years().json()))
                .update();
    }

    private Map<Long, Latest> latest(Long[] people) {
        var latest = new HashMap<Long, Latest>();
        jdbc.sql("select member_id, id, fiscal_year, exam_date from checkups.checkup where member_id = any(:people)"
                        + " and superseded_by is null and not withdrawn order by member_id, exam_date, id")
                .param("people", people)
                .query(row -> {
                    latest.put(
                            row.getLong(1),
                            new Latest(row.getLong(2), row.getInt(3), row.getObject(4, LocalDate.class)));
                });
        return latest;
    }

    /// What is high, of whom.
    private record Value(long memberId, String variable) {}

    /// The high values of people, of each fiscal year the last one, the latest year first.
    private Map<Value, List<UntreatedYears.Year>> years(Long[] people) {
        var years = new LinkedHashMap<Value, List<UntreatedYears.Year>>();
        jdbc.sql("select h.member_id, h.variable, h.checkup_id, c.fiscal_year, h.shown, h.treated"
                        + " from checkups.high_value h join checkups.checkup c on c.id = h.checkup_id"
                        + " where h.member_id = any(:people) and c.superseded_by is null and not c.withdrawn"
                        + " order by h.member_id, h.variable, c.exam_date desc, c.id desc")
                .param("people", people)
                .query(row -> {
                    var list = years.computeIfAbsent(
                            new Value(row.getLong(1), row.getString(2)), none -> new ArrayList<>());
                    var year = new UntreatedYears.Year(
                            row.getLong(3), row.getInt(4), row.getString(5), Treatment.valueOf(row.getString(6)));
                    if (list.isEmpty() || list.getLast().fiscalYear() != year.fiscalYear()) {
                        list.add(year);
                    }
                });
        return years;
    }
}
