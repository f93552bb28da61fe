package org.tsunagu.app.checkups;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.tables.ReasonJson;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.Judgement;
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

    /// The years in succession, counted back from the latest checkup, without a drug: years that follow each other have
    /// the same sum of year and place.
    private static final String ADVICE = "insert into checkups.visit_advice"
            + " with latest as (select distinct on (member_id) member_id, id, fiscal_year, exam_date"
            + " from checkups.checkup where member_id = any(:people) and superseded_by is null and not withdrawn"
            + " order by member_id, exam_date desc, id desc),"
            + " yearly as (select distinct on (h.member_id, h.variable, c.fiscal_year) h.member_id, h.variable,"
            + " c.fiscal_year, h.shown, h.treated from checkups.high_value h join checkups.checkup c on c.id = h.checkup_id"
            + " where h.member_id = any(:people) and c.superseded_by is null and not c.withdrawn"
            + " order by h.member_id, h.variable, c.fiscal_year, c.exam_date desc, c.id desc),"
            + " counted as (select y.*, y.fiscal_year + row_number() over (partition by y.member_id, y.variable"
            + " order by y.fiscal_year desc) as run from yearly y where y.treated <> 'YES')"
            + " select h.insurer_id, h.member_id, h.variable, h.checkup_id, l.fiscal_year, l.exam_date, h.value, h.shown,"
            + " h.is_low, h.treated,"
            + " (select count(*) from counted r where r.member_id = h.member_id and r.variable = h.variable"
            + " and r.run = l.fiscal_year + 1),"
            + " (select jsonb_agg(jsonb_build_array(y.fiscal_year::text, y.shown, y.treated) order by y.fiscal_year desc)"
            + " from yearly y where y.member_id = h.member_id and y.variable = h.variable), h.certainty, h.reason"
            + " from checkups.high_value h join latest l on l.id = h.checkup_id";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    HighValues(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /// A checkup with what the rules say about it.
    record Judged(long checkupId, long memberId, CheckupValues values, Judgement judgement) {}

    /// Keeps the high values of checkups, in place of what was kept of them before.
    void put(InsurerId insurer, List<Judged> all) {
        jdbc.sql("delete from checkups.high_value where checkup_id = any(:checkups)")
                .param("checkups", all.stream().map(Judged::checkupId).toArray(Long[]::new))
                .update();
        batch.batchUpdate(
                "insert into checkups.high_value values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)",
                all.stream().flatMap(one -> rows(insurer, one).stream()).toList());
    }

    private static List<@Nullable Object[]> rows(InsurerId insurer, Judged judged) {
        var rows = new ArrayList<@Nullable Object[]>();
        var seen = new HashSet<String>();
        for (var band : judged.judgement().bands()) {
            var variable = band.reason().facts().getOrDefault("variable", "");
            if (band.band() == DOCTOR_BAND && seen.add(variable)) {
                rows.add(new @Nullable Object[] {
                    insurer.value(),
                    judged.checkupId(),
                    judged.memberId(),
                    variable,
                    number(band.value()).orElse(null),
                    band.value(),
                    LOW.contains(variable),
                    Treatment.of(variable, judged.values()).name(),
                    band.reason().basis().certainty().name().toLowerCase(Locale.ROOT),
                    ReasonJson.write(List.of(band.reason()))
                });
            }
        }
        return rows;
    }

    /// A value outside of what was measured has no number, only its text.
    private static Optional<BigDecimal> number(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /// Works out again what the latest checkups of people say.
    void refresh(Collection<Long> people) {
        var ids = people.toArray(Long[]::new);
        jdbc.sql("delete from checkups.visit_advice where member_id = any(:people)")
                .param("people", ids)
                .update();
        jdbc.sql(ADVICE).param("people", ids).update();
    }
}
