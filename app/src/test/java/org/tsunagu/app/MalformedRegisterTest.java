package org.tsunagu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.membership.RegisterFile;
import org.tsunagu.app.membership.Registers;
import org.tsunagu.app.worklists.NewTask;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.codes.table.Certainty;

/// A register in which one line in ten is bad, and in which every text field holds what would be a program elsewhere.
@ExtendWith(Office.Extension.class)
class MalformedRegisterTest {

    private static final String HEAD = "整理番号,記号,番号,枝番,被保険者区分,続柄,氏名,カナ氏名,性別,生年月日,郵便番号,住所,電話番号,事業所,資格取得日,資格喪失日,喪失理由\n";
    private static final List<String> PROGRAMS = List.of(
            "<script>alert(1)</script>",
            "'); drop table membership.member; --",
            "=cmd|' /C calc'!A0",
            "@SUM(A1)",
            "+1+1",
            "-2+3",
            "＝1+1",
            "<img src=x onerror=alert(1)>",
            "${7*7}#{7*7}",
            "%s%n\\u0000");
    private static final int LINES = 400;

    private static RegisterFile last(Office office, Insurer insurer) {
        return office.as(insurer, Role.CLERK, () -> office.bean(Registers.class).latest())
                .getFirst();
    }

    private static String cell(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /// A line whose text fields all hold a program, and what to make of it.
    private static String line(int i) {
        var program = cell(PROGRAMS.get(i % PROGRAMS.size()));
        var cells = new ArrayList<>(List.of(
                cell("K%04d".formatted(i)),
                program,
                cell("1" + i),
                cell("01"),
                program,
                program,
                program,
                cell("ミホン " + PROGRAMS.get(i % PROGRAMS.size())),
                "女",
                "1970-04-01",
                program,
                program,
                program,
                program,
                "2015-04-01",
                "",
                program));
        switch (i % 50) {
            case 5 -> cells.set(9, program);
            case 16 -> cells.set(8, program);
            case 27 -> cells.set(14, program);
            case 38 -> cells.removeLast();
            case 49 -> cells.set(6, cell("見本\u0007" + PROGRAMS.getFirst()));
            default -> {}
        }
        return String.join(",", cells) + "\n";
    }

    private static String register() {
        var csv = new StringBuilder(HEAD);
        for (var i = 0; i < LINES; i++) {
            csv.append(line(i));
        }
        return csv.toString();
    }

    @Test
    void good_lines_are_taken_as_they_are_and_bad_ones_listed_and_nothing_in_them_is_ever_run(Office office) {
        var insurer = office.insurer("99009318");
        office.register(insurer, register());

        var file = last(office, insurer);
        assertThat(List.of(file.lines(), file.added(), file.bad())).containsExactly(LINES, LINES * 9 / 10, LINES / 10);
        var bad = office.as(
                insurer, Role.CLERK, () -> office.bean(Registers.class).badLines(file.id(), 1000));
        assertThat(bad.stream()
                        .filter(line -> line.line() <= 51)
                        .map(line -> line.line() + " " + line.code() + " " + line.field()))
                .containsExactly(
                        "7 date birth", "18 code sex", "29 date covered_from", "40 cells ", "51 characters name");
        for (var program : PROGRAMS) {
            assertThat(office.everything()
                            .queryForObject(
                                    "select count(*) from membership.member where insurer_id = ? and name = ?"
                                            + " and address = ? and symbol = ? and employer = ? and phone = ?",
                                    Integer.class,
                                    insurer.id().value(),
                                    program,
                                    program,
                                    program,
                                    program,
                                    program))
                    .as(program)
                    .isPositive();
        }

        var clerk = PlainBrowser.loggedIn(office.url(), "99009318-clerk", Office.PASSWORD);
        assertHarmless(clerk.get("/members/register/" + file.id()).body());
        for (var id : people(office, insurer)) {
            assertHarmless(clerk.get("/members/" + id).body());
        }
        assertHarmless(clerk.post("/search", Map.of("words", "ミホン")).body());
    }

    private static List<Long> people(Office office, Insurer insurer) {
        return office.everything()
                .queryForList(
                        "select min(id) from membership.member where insurer_id = ? group by name",
                        Long.class,
                        insurer.id().value());
    }

    private static void assertHarmless(String page) {
        assertThat(page).contains("</html>").doesNotContain("<script>alert", "<img src=x", "49#49");
    }

    @Test
    void what_is_written_out_for_a_spreadsheet_is_no_formula_there(Office office) {
        var insurer = office.insurer("99009326");
        office.register(insurer, register());
        var day = LocalDate.parse("2026-11-01");
        var tasks = people(office, insurer).stream()
                .map(id -> new NewTask(TaskKind.VISIT, id + ":2026", id, 1, day, day, List.of(), Certainty.SOURCE))
                .toList();
        office.bean(TenantTransactions.class)
                .run(insurer.id(), () -> office.bean(Tasks.class).put(insurer.id(), tasks));

        var clerk = PlainBrowser.loggedIn(office.url(), "99009326-clerk", Office.PASSWORD);
        var csv = clerk.post("/tasks/export", Map.of("purpose", "OTHER", "purposeWords", "試験"))
                .body();

        assertThat(csv.lines()).hasSize(tasks.size() + 1);
        assertThat(csv).contains(",'=cmd|", ",'@SUM(A1),", ",'+1+1,", ",'-2+3,", ",'＝1+1,");
        assertThat(csv).doesNotContainPattern(",\"?[=+@＝＋＠]");
        assertHarmless(clerk.get("/tasks").body());
    }

    @Test
    void of_a_file_with_a_quote_that_is_never_closed_nothing_is_taken(Office office) {
        var insurer = office.insurer("99009334");
        office.register(insurer, register() + "K9999,\"12,9999\n" + line(1));

        assertThat(last(office, insurer)).satisfies(file -> {
            assertThat(file.state()).isEqualTo("REFUSED");
            assertThat(file.refusal()).isEqualTo("not_csv");
            assertThat(file.lines()).isZero();
        });
    }
}
