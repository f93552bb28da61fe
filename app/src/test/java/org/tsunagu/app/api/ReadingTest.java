package org.tsunagu.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What programs read is what is in the database, of their insurer and of no other.
@ExtendWith(World.Extension.class)
class ReadingTest {

    private static List<Long> ids(List<JsonNode> rows, String field) {
        return rows.stream().map(row -> row.path(field).asLong()).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 500})
    void members_page_by_page_are_all_the_members(int limit, World world) {
        var expected = world.sql("select id from membership.member where insurer_id = ? order by id", world.id());

        assertThat(ids(world.program().all("/api/v1/members", limit), "id"))
                .hasSizeGreaterThan(100)
                .isEqualTo(expected);
    }

    @Test
    void rows_that_come_meanwhile_do_not_shift_the_pages(World world) {
        var reader = world.program();
        var first = reader.get("/api/v1/tasks?limit=3").json();
        world.office()
                .everything()
                .update(
                        "insert into worklists.task (insurer_id, kind, subject, urgency, since, due, reasons, certainty)"
                                + " values (?, 'RETURN', 'paging', 0, '2000-01-01', '2000-01-01', '[]', 'source')",
                        world.id());
        var second = reader.get(first.path("next").asString()).json();
        world.office().everything().update("delete from worklists.task where subject = 'paging'");

        var expected = world.sql(
                "select id from worklists.task where insurer_id = ? and state = 'OPEN' order by due, id limit 6",
                world.id());
        var seen = new java.util.ArrayList<JsonNode>();
        first.path("data").forEach(seen::add);
        second.path("data").forEach(seen::add);
        assertThat(ids(seen, "id")).isEqualTo(expected);
    }

    @Test
    void a_card_number_finds_its_household_and_with_the_branch_one_person(World world) {
        var reader = world.program();
        var card = world.office()
                .everything()
                .queryForMap(
                        "select id, symbol, number, branch, household_key from membership.member"
                                + " where insurer_id = ? and branch <> '' and household_key in (select household_key"
                                + " from membership.member where insurer_id = ? group by 1 having count(*) > 1) limit 1",
                        world.id(),
                        world.id());
        var household = "{\"symbol\": \"%s\", \"number\": \"%s\"}".formatted(card.get("symbol"), card.get("number"));
        var person = household.replace("}", ", \"branch\": \"%s\"}".formatted(card.get("branch")));

        var all = reader.post("/api/v1/members/search", household);
        var one = reader.post("/api/v1/members/search", person);

        assertThat(all.json().path("data").size()).isGreaterThan(1);
        assertThat(one.json().path("data").size()).isEqualTo(1);
        assertThat(one.json().path("data").path(0).path("id").asLong()).isEqualTo(card.get("id"));
    }

    @Test
    void a_member_is_shown_with_coverage_and_checkups_with_values_judgements_and_reasons(World world) {
        var reader = world.program();
        var member = world.sql(
                        "select member_id from checkups.checkup where insurer_id = ? and superseded_by is null"
                                + " and not withdrawn group by 1 having count(*) > 1 limit 1",
                        world.id())
                .getFirst();

        var person = reader.get("/api/v1/members/" + member).json();
        var checkups = reader.all("/api/v1/members/%d/checkups".formatted(member), 1);

        assertThat(person.path("member").path("birth").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(person.path("coverage").size()).isPositive();
        assertThat(ids(checkups, "id"))
                .isEqualTo(world.sql(
                        "select id from checkups.checkup where member_id = ? and superseded_by is null"
                                + " and not withdrawn order by exam_date desc, id desc",
                        member));
        var latest = checkups.getFirst();
        assertThat(latest.path("values").size())
                .isEqualTo(world.office()
                        .everything()
                        .queryForObject(
                                "select count(*) from checkups.checkup c, jsonb_object_keys(c.results) where c.id = ?",
                                Integer.class,
                                latest.path("id").asLong()));
        assertThat(latest.path("judgements").size()).isEqualTo(3);
        var judged = latest.path("judgements").path(0);
        assertThat(judged.path("judged_at").asString()).endsWith("+09:00");
        assertThat(judged.path("reasons").path(0).path("text").asString()).isNotBlank();
        assertThat(judged.path("reasons").path(0).path("source").asString()).isNotBlank();
        assertThat(reader.get("/api/v1/checkups/" + latest.path("id").asLong()).json())
                .isEqualTo(latest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACTIVE", "MOTIVATIONAL", "NONE", "UNDETERMINED"})
    void judgements_of_a_year_and_level_are_those_of_the_database(String level, World world) {
        var code = org.tsunagu.rules.stratification.Level.valueOf(level).code();
        var year = world.sql("select max(fiscal_year) from checkups.checkup where insurer_id = ?", world.id())
                .getFirst();
        var expected = world.sql(
                "select c.id from checkups.checkup c join checkups.current_decision d on d.checkup_id = c.id"
                        + " where c.insurer_id = ? and c.fiscal_year = ? and c.superseded_by is null"
                        + " and not c.withdrawn and d.question = 'STRATIFICATION' and d.value = ? order by c.id",
                world.id(),
                year,
                code);

        var rows = world.program().all("/api/v1/judgements?fiscal_year=%d&level=%s".formatted(year, level), 20);

        assertThat(ids(rows, "checkup_id")).isEqualTo(expected);
    }

    @Test
    void tasks_are_filtered_by_kind_day_and_state(World world) {
        var reader = world.program();
        var day = world.office()
                .everything()
                .queryForObject(
                        "select min(due)::text from worklists.task where insurer_id = ?", String.class, world.id());
        var expected = world.sql(
                "select id from worklists.task where insurer_id = ? and state = 'OPEN' and kind = 'VISIT_NOW'"
                        + " and due <= ?::date order by due, id",
                world.id(),
                day);

        assertThat(ids(reader.all("/api/v1/tasks?kind=VISIT_NOW&due_by=" + day, 2), "id"))
                .isNotEmpty()
                .isEqualTo(expected);
        assertThat(reader.all("/api/v1/tasks?state=EXCLUDED", 10)).isEmpty();
    }

    @Test
    void counts_are_those_of_the_database(World world) {
        var year = world.sql("select max(fiscal_year) from checkups.checkup where insurer_id = ?", world.id())
                .getFirst();
        var counts = world.program().get("/api/v1/counts?fiscal_year=" + year).json();
        var judged = counts.path("levels").properties().stream()
                .mapToLong(level -> level.getValue().asLong())
                .sum();

        assertThat(counts.path("members").asLong())
                .isEqualTo(world.sql("select count(*) from membership.member where insurer_id = ?", world.id())
                        .getFirst());
        assertThat(judged)
                .isPositive()
                .isEqualTo(world.sql(
                                "select count(*) from checkups.checkup where insurer_id = ? and fiscal_year = ?"
                                        + " and superseded_by is null and not withdrawn",
                                world.id(),
                                year)
                        .getFirst());
    }

    @Test
    void every_look_at_a_person_is_in_the_ledger_under_the_name_of_the_program(World world) {
        var reader = Program.of(world.office(), world.insurer(), Scope.PERSONS);
        var shown = ids(
                List.of(reader.get("/api/v1/members?limit=1")
                        .json()
                        .path("data")
                        .path(0)),
                "id");
        reader.get("/api/v1/members/" + shown.getFirst());
        reader.get("/api/v1/members/" + shown.getFirst() + "/checkups");

        var noted = world.office()
                .everything()
                .queryForList(
                        "select kind || ' ' || data_class || ' ' || staff_name || ' ' || purpose from audit.event"
                                + " where insurer_id = ? and staff_id = ? and member_id = ? order by seq",
                        String.class,
                        world.id(),
                        -reader.client().id(),
                        shown.getFirst());
        assertThat(noted).containsExactly("LIST register 試験連携 api", "VIEW register 試験連携 api", "VIEW checkup 試験連携 api");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/members/%d|membership.member",
                "/api/v1/members/%d/checkups|membership.member",
                "/api/v1/checkups/%d|checkups.checkup",
                "/api/v1/tasks/%d|worklists.task",
                "/api/v1/deliveries/%d|intake.delivery",
                "/api/v1/deliveries/%d/findings|intake.delivery"
            })
    void what_belongs_to_another_insurer_is_not_found(String addressAndTable, World world) {
        var parts = addressAndTable.split("\\|");
        var id = world.sql("select max(id) from %s where insurer_id = ?".formatted(parts[1]), world.id())
                .getFirst();
        var address = parts[0].formatted(id);
        var stranger = world.program(world.other(), Scope.values());

        assertThat(world.program().get(address).status()).isEqualTo(200);
        assertThat(stranger.get(address).status()).isEqualTo(404);
        assertThat(stranger.all("/api/v1/members", 500)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PERSONS /api/v1/members 200",
                "PERSONS /api/v1/judgements?fiscal_year=2025 200",
                "PERSONS /api/v1/tasks 403",
                "PERSONS /api/v1/deliveries 403",
                "PERSONS /api/v1/counts 403",
                "TASKS /api/v1/tasks 200",
                "TASKS /api/v1/staff 200",
                "TASKS /api/v1/members 403",
                "DELIVERIES /api/v1/deliveries 200",
                "DELIVERIES /api/v1/checkups/1 403",
                "COUNTS /api/v1/counts 200",
                "COUNTS /api/v1/staff 403"
            })
    void a_scope_opens_its_own_operations_only(String line, World world) {
        var parts = line.split(" ");
        var program = world.program(world.insurer(), Scope.valueOf(parts[0]));

        assertThat(program.get(parts[1]).status()).isEqualTo(Integer.parseInt(parts[2]));
    }
}
