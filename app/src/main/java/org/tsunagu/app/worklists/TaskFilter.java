package org.tsunagu.app.worklists;

import java.sql.Date;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.tsunagu.codes.time.FiscalYear;

/// A [TaskQuery] as the database is asked (絞り込みのSQL). Only comparisons that cannot leak: under row-level security an
/// index is used with no others.
///
/// @param actor whose tasks "mine" are
/// @param lastVisit since when something is new for the actor; none for everything
public record TaskFilter(TaskQuery query, LocalDate today, long actor, Optional<OffsetDateTime> lastVisit) {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int WEEK = 7;
    private static final int URGENT = 1000;

    /// A condition and what is bound in it.
    record Sql(String where, String joins, Map<String, Object> bound) {

        StatementSpec bind(StatementSpec statement) {
            var bind = statement;
            for (var one : bound.entrySet()) {
                bind = bind.param(one.getKey(), one.getValue());
            }
            return bind;
        }
    }

    Sql sql() {
        var where = new StringBuilder(state());
        var bound = new HashMap<String, Object>();
        add(where, bound, " and t.kind = :kind", "kind", text("kind"));
        whose(where, bound);
        due(where, bound);
        add(where, bound, " and t.since >= :since", "since", day("since"));
        add(where, bound, " and t.opened_at >= :fresh", "fresh", moment("fresh"));
        add(where, bound, " and t.updated_at >= :closed", "closed", moment("closed"));
        if (query.is("urgency", "high")) {
            add(where, bound, " and t.urgency >= :urgent", "urgent", Optional.of(URGENT));
        }
        if (!query.get("certainty").isEmpty()) {
            where.append(" and t.certainty " + (query.is("certainty", "marked") ? "" : "not "))
                    .append("in ('unconfirmed', 'conflict')");
        }
        year(where, bound);
        var before = where.length();
        member(where, bound);
        var isOfMember = where.length() > before || query.is("sort", "name");
        return new Sql(
                where.toString(),
                isOfMember ? " left join membership.member m on m.id = t.member_id" : "",
                Map.copyOf(bound));
    }

    /// Written out, so that the indexes of open tasks are used.
    private String state() {
        if (!query.get("closed").isEmpty() && query.get("state").isEmpty()) {
            return " where t.state <> 'OPEN'";
        }
        return switch (query.get("state")) {
            case "DONE" -> " where t.state = 'DONE' and t.state <> 'OPEN'";
            case "EXCLUDED" -> " where t.state = 'EXCLUDED' and t.state <> 'OPEN'";
            case "DROPPED" -> " where t.state = 'DROPPED' and t.state <> 'OPEN'";
            default -> " where t.state = 'OPEN'";
        };
    }

    private void whose(StringBuilder where, Map<String, Object> bound) {
        switch (query.get("whose")) {
            case "" -> {}
            case "nobody" -> where.append(" and t.owner is null");
            case "mine" -> add(where, bound, " and t.owner = :owner", "owner", Optional.of(actor));
            default ->
                add(
                        where,
                        bound,
                        " and t.owner = :owner",
                        "owner",
                        text("whose").map(Long::valueOf));
        }
    }

    private void due(StringBuilder where, Map<String, Object> bound) {
        var until = switch (query.get("due")) {
            case "overdue" -> Optional.of(today.minusDays(1));
            case "today" -> Optional.of(today);
            case "week" -> Optional.of(today.plusDays(WEEK));
            default -> Optional.<LocalDate>empty();
        };
        add(where, bound, " and t.due <= :due", "due", until.map(Date::valueOf));
    }

    private void year(StringBuilder where, Map<String, Object> bound) {
        text("year").map(Integer::valueOf).map(FiscalYear::new).ifPresent(year -> {
            where.append(" and t.since between :first and :last");
            bound.put("first", Date.valueOf(year.firstDay()));
            bound.put("last", Date.valueOf(year.lastDay()));
        });
    }

    private void member(StringBuilder where, Map<String, Object> bound) {
        add(where, bound, " and m.sex = :sex", "sex", text("sex"));
        add(where, bound, " and m.employer = :office", "office", text("office"));
        var oldest = text("ageto").map(Integer::valueOf).map(age -> today.minusYears(age + 1L));
        add(where, bound, " and m.birth > :after", "after", oldest.map(Date::valueOf));
        var youngest = text("agefrom").map(Integer::valueOf).map(today::minusYears);
        add(where, bound, " and m.birth <= :before", "before", youngest.map(Date::valueOf));
    }

    private Optional<String> text(String name) {
        return Optional.of(query.get(name)).filter(text -> !text.isEmpty());
    }

    private Optional<Date> day(String name) {
        return text(name).map(LocalDate::parse).map(Date::valueOf);
    }

    private Optional<OffsetDateTime> moment(String name) {
        return query.is(name, "visit")
                ? lastVisit
                : text(name)
                        .map(LocalDate::parse)
                        .map(day -> day.atStartOfDay(JAPAN).toOffsetDateTime());
    }

    private static void add(
            StringBuilder where,
            Map<String, Object> bound,
            String condition,
            String name,
            Optional<? extends Object> value) {
        value.ifPresent(present -> {
            where.append(condition);
            bound.put(name, present);
        });
    }

    /// The order, which always ends with the number, so that pages never overlap.
    String order() {
        var turn = query.is("order", "desc") ? " desc" : "";
        return switch (query.get("sort")) {
            case "kind" -> " order by t.kind%s, t.due, t.urgency desc, t.id".formatted(turn);
            case "name" -> " order by m.kana_key%s nulls last, t.id".formatted(turn);
            case "since" -> " order by t.since%s, t.id".formatted(turn);
            case "owner" -> " order by t.owner_name%s, t.due, t.id".formatted(turn);
            case "urgency" -> " order by t.urgency%s, t.due, t.id".formatted(turn.isEmpty() ? " desc" : "");
            default ->
                turn.isEmpty() ? " order by t.due, t.urgency desc, t.id" : " order by t.due desc, t.urgency, t.id desc";
        };
    }
}
