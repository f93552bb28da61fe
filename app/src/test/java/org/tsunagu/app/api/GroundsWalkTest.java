package org.tsunagu.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.legal.LegalTables;

/// Every cell of the table of legal grounds, inside and outside its ages and days, by the API and by
/// the screen: what the table allows is allowed, everything else is refused, and both stand in the
/// ledger.
@ExtendWith(Office.Extension.class)
class GroundsWalkTest {

    private static final String NUMBER = "99700114";
    private static final int PROGRAMS = 4;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final String HEAD = "member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,"
            + "postal_code,address,employer,covered_from,covered_to\n";

    /// One question of the walk.
    private record Cell(Row row, String requester, String holder, String data, int age, LocalDate day) {

        String person() {
            return "p%d-%s".formatted(age, day);
        }

        /// The rows that allow it, read from the cells of the table alone.
        List<Row> rows() {
            return LegalTables.shipped().basis().rows().stream()
                    .filter(one -> has(one, "requesters", requester)
                            && has(one, "holders", holder)
                            && has(one, "data_classes", data))
                    .filter(one -> age >= one.integer("age_from")
                            && (one.text("age_to").isEmpty() || age <= one.integer("age_to")))
                    .filter(one -> one.text("effective_from").compareTo(day.toString()) <= 0
                            && (one.text("effective_to").isEmpty()
                                    || one.text("effective_to").compareTo(day.toString()) >= 0))
                    .toList();
        }

        /// Nobody has said anything: what needs no consent is allowed.
        boolean isAllowed() {
            return rows().stream()
                    .anyMatch(one -> List.of("NO", "OBJECTION", "OWN").contains(one.text("consent")));
        }

        private static boolean has(Row row, String column, String key) {
            return List.of(row.text(column).split(",")).contains(key);
        }
    }

    private static List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        for (var row : LegalTables.shipped().basis().rows()) {
            for (var requester : row.text("requesters").split(",")) {
                for (var holder : row.text("holders").split(",")) {
                    for (var data : row.text("data_classes").split(",")) {
                        for (var age : ages(row)) {
                            days(row).forEach(day -> cells.add(new Cell(row, requester, holder, data, age, day)));
                        }
                    }
                }
            }
        }
        return cells;
    }

    /// The first age and the one before it, the last and the one after it.
    private static List<Integer> ages(Row row) {
        var ages = new ArrayList<Integer>();
        var from = row.integer("age_from");
        ages.add(from);
        if (from > 0) {
            ages.add(from - 1);
        }
        if (!row.text("age_to").isEmpty()) {
            ages.add(row.integer("age_to"));
            ages.add(row.integer("age_to") + 1);
        }
        return ages;
    }

    private static List<LocalDate> days(Row row) {
        var days = new LinkedHashSet<LocalDate>();
        days.add(LocalDate.parse(row.text("effective_from")));
        days.add(LocalDate.parse(row.text("effective_from")).minusDays(1));
        if (row.text("effective_to").isEmpty()) {
            days.add(TODAY);
        } else {
            days.add(LocalDate.parse(row.text("effective_to")));
            days.add(LocalDate.parse(row.text("effective_to")).plusDays(1));
        }
        return List.copyOf(days);
    }

    /// A member for each age and day, with their numbers.
    private static Map<String, Long> people(Office office, Insurer insurer, List<Cell> cells) {
        var lines = new TreeMap<String, String>();
        for (var cell : cells) {
            lines.putIfAbsent(
                    cell.person(),
                    "%s,1,%d,01,1,self,見本 太郎,ミホン タロウ,1,%s,000-0001,架空市1,甲社,2008-04-01,\n"
                            .formatted(
                                    cell.person(),
                                    1000 + lines.size(),
                                    cell.day().minusYears(cell.age()).minusDays(1)));
        }
        office.register(insurer, HEAD + String.join("", lines.values()));
        var people = new TreeMap<String, Long>();
        office.everything()
                .query(
                        "select register_key, id from membership.member where insurer_id = ?",
                        row -> {
                            people.put(row.getString(1), row.getLong(2));
                        },
                        insurer.id().value());
        return people;
    }

    @Test
    void every_cell_is_answered_and_logged_by_the_api_and_by_the_screen(Office office) {
        var insurer = office.insurer(NUMBER);
        var cells = cells();
        var people = people(office, insurer, cells);
        var programs = new ArrayList<Program>();
        for (var i = 0; i < PROGRAMS; i++) {
            programs.add(Program.of(office, insurer, Scope.DISCLOSURES));
        }
        var visitor = new Visitor(office);
        visitor.logIn(NUMBER + "-clerk", Office.PASSWORD);
        visitor.get("/grounds");
        var allowed = 0;
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var member = people.get(cell.person());
            assertThat(member).isNotNull();
            isAnswered(programs.get(i % PROGRAMS), cell, member, i);
            isShown(visitor, cell);
            allowed += cell.isAllowed() ? 1 : 0;
        }
        var ledger = office.everything()
                .queryForMap(
                        "select count(*) as all_of_them, count(*) filter (where allowed) as allowed"
                                + " from consent.disclosure where insurer_id = ? and reference like 'api/walk-%'",
                        insurer.id().value());
        assertThat(cells).hasSizeGreaterThan(900);
        assertThat(ledger).containsEntry("all_of_them", (long) cells.size()).containsEntry("allowed", (long) allowed);
        assertThat(allowed).isBetween(200, cells.size() - 200);
    }

    private static void isAnswered(Program program, Cell cell, long member, int number) {
        var answer = program.post("/api/v1/disclosures/decisions", """
                {"member_id": %d, "requester": "%s", "holder": "%s", "data_class": "%s", "purpose": "%s",
                 "requested_on": "%s", "reference": "walk-%d"}
                """.formatted(
                        member,
                        cell.requester(),
                        cell.holder(),
                        cell.data(),
                        List.of(cell.row().text("purposes").split(",")).getFirst(),
                        cell.day(),
                        number));
        assertThat(answer.status()).as("%s", cell).isEqualTo(200);
        assertThat(answer.json().path("age").asInt()).isEqualTo(cell.age());
        assertThat(answer.json().path("allowed").asBoolean()).as("%s", cell).isEqualTo(cell.isAllowed());
        if (cell.rows().isEmpty()) {
            assertThat(answer.json().path("ground").asString()).as("%s", cell).isEmpty();
        } else {
            assertThat(cell.rows().stream().map(Row::key))
                    .contains(answer.json().path("ground").asString());
        }
    }

    private static void isShown(Visitor visitor, Cell cell) {
        var page = visitor.get("/grounds?requester=%s&holder=%s&data=%s&age=%d&day=%s"
                .formatted(
                        cell.requester(),
                        cell.holder(),
                        cell.data(),
                        cell.age(),
                        URLEncoder.encode(cell.day().toString(), StandardCharsets.UTF_8)));
        var isLaw = cell.rows().stream().anyMatch(row -> !row.text("law_ja").isEmpty());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .as("%s", cell)
                .contains(isLaw ? "<strong>根拠規定があります。</strong>" : "<strong>根拠規定がありません。</strong>");
    }

    @Test
    void the_screen_of_a_person_gives_the_same_answer_and_writes_it_down(Office office) {
        var insurer = office.insurer("99700122");
        office.register(insurer, HEAD + "p1,1,1,01,1,self,見本 花子,ミホン ハナコ,2,1990-06-01,000-0001,架空市1,甲社,2015-04-01,\n");
        var member = office.everything()
                .queryForObject(
                        "select id from membership.member where insurer_id = ?",
                        Long.class,
                        insurer.id().value());
        var visitor = new Visitor(office);
        visitor.logIn("99700122-clerk", Office.PASSWORD);
        visitor.get("/grounds/decisions/" + member);
        var refused = visitor.post(
                "/grounds/decisions/" + member,
                "requester",
                "EMPLOYER",
                "holder",
                "HEALTH_UNION",
                "data",
                "CHECKUP",
                "purpose",
                "HEALTH_PROGRAMME",
                "day",
                "R8.11.27",
                "reference",
                "照会1");

        assertThat(refused.body()).contains("提供できない").contains("根拠規定がなく、本人の同意も得ていない");
        assertThat(visitor.get("/grounds/disclosures?member=%d&decision=REFUSED".formatted(member))
                        .body())
                .contains("見本 花子")
                .contains("desk/照会1");
        assertThat(visitor.get("/members/" + member).body()).contains("根拠規定がなく、本人の同意も得ていない");
        var wrong = visitor.post("/grounds/decisions/" + member, "requester", "NOBODY", "day", "");
        assertThat(wrong.status()).isEqualTo(422);
        var analyst = new Visitor(office);
        analyst.logIn("99700122-analyst", Office.PASSWORD);
        assertThat(analyst.get("/grounds").status()).isEqualTo(200);
        assertThat(analyst.get("/grounds/L03").body()).contains("健康保険法 第150条第2項・第3項");
        assertThat(analyst.get("/grounds/disclosures").status()).isEqualTo(403);
        assertThat(analyst.get("/grounds/decisions/" + member).status()).isEqualTo(403);
    }

    @Test
    void a_program_without_the_scope_or_with_a_wrong_question_gets_a_problem(Office office) {
        var insurer = office.insurer("99700122");
        var without = Program.of(office, insurer, Scope.COUNTS);
        var program = Program.of(office, insurer, Scope.DISCLOSURES);

        assertThat(without.post("/api/v1/disclosures/decisions", "{}").status()).isEqualTo(403);
        var answer = program.post("/api/v1/disclosures/decisions", "{\"member_id\": 0}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("code").asString()).isEqualTo("invalid");
    }
}
