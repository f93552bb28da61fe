package org.tsunagu.app.extracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataIntegrityViolationException;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.privacy.pseudonym.KeyRing;

/// An extract from the request to the file: two people, one file, everything in the ledger.
@ExtendWith(Office.Extension.class)
class ExtractsTest {

    private static final String NUMBER = "99009201";
    private static final String OTHER = "99009219";
    private static final Pattern ADDRESS = Pattern.compile("/extracts/([0-9]+)");

    private static Office office;
    private static Insurer insurer;

    @BeforeAll
    static void fill(Office made) throws IOException {
        office = made;
        var files = Office.files(Files.createTempDirectory("tsunagu-extracts"), NUMBER, 400, 1, 0);
        insurer = office.insurer(NUMBER);
        office.insurer(OTHER);
        office.register(insurer, Files.readAllBytes(files.resolve("members.csv")), true);
        try (var zips = Files.list(files.resolve("archives"))) {
            zips.filter(file -> file.toString().endsWith(".zip")).sorted().forEach(zip -> office.receive(insurer, zip));
        }
        office.waitForJobs(insurer);
    }

    private static Visitor visitor(String number, String role) {
        var visitor = new Visitor(office);
        visitor.logIn(number + "-" + role, Office.PASSWORD);
        return visitor;
    }

    private static long ask(Visitor by, String project, String... columns) {
        var fields = new java.util.ArrayList<>(
                List.of("project", project, "year", "2025", "k", "5", "purpose", "REPORT", "purposeWords", ""));
        for (var column : columns) {
            fields.addAll(List.of("column", column));
        }
        by.get("/extracts");
        var answer = by.post("/extracts", fields.toArray(String[]::new));
        var address = ADDRESS.matcher(answer.path());
        assertThat(address.find()).as(answer.body()).isTrue();
        return Long.parseLong(address.group(1));
    }

    private static String take(Visitor by, long id) {
        by.get("/extracts/" + id);
        return by.post("/extracts/" + id + "/file", "purpose", "REPORT", "purposeWords", "")
                .body();
    }

    private static String made(String project, String... columns) {
        var nurse = visitor(NUMBER, "nurse");
        var clerk = visitor(NUMBER, "clerk");
        var id = ask(nurse, project, columns);
        clerk.get("/extracts/" + id);
        clerk.post("/extracts/" + id + "/decision", "decision", "release", "note", "");
        office.waitForJobs(insurer);
        return take(clerk, id);
    }

    private static List<List<String>> rows(String csv) {
        return csv.substring(1)
                .lines()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    @Test
    void whoever_asks_can_never_release_also_not_in_the_database() {
        var nurse = visitor(NUMBER, "nurse");
        var id = ask(nurse, "own", "sex", "age");
        var answer = nurse.post("/extracts/" + id + "/decision", "decision", "release", "note", "");

        assertThat(answer.body()).contains("自分の申請は承認できません。");
        assertThat(nurse.get("/extracts/" + id).body()).contains("承認待ち").doesNotContain("/decision");
        assertThatThrownBy(() -> office.everything()
                        .update(
                                "update extracts.extract set decided_by = requested_by, state = 'APPROVED' where id = ?",
                                id))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void the_file_has_no_group_below_k_and_no_number_and_can_be_taken_once() {
        var nurse = visitor(NUMBER, "nurse");
        var clerk = visitor(NUMBER, "clerk");
        var id = ask(nurse, "study", "sex", "age", "area", "sbp", "level");
        clerk.get("/extracts/" + id);
        clerk.post("/extracts/" + id + "/decision", "decision", "release", "note", "よい");
        office.waitForJobs(insurer);
        var page = clerk.get("/extracts/" + id).body();
        var csv = take(clerk, id);
        var again = take(nurse, id);

        assertThat(page).contains("取り出し待ち", "再特定リスク", "5歳階級");
        assertThat(csv).startsWith("\ufeffperson,sex,age,area,sbp,level");
        var classes =
                rows(csv).stream().collect(Collectors.groupingBy(row -> row.subList(1, 5), Collectors.counting()));
        assertThat(rows(csv)).hasSizeGreaterThan(50);
        // Whoever knows the pressure of somebody is told no more than the band, in which there are enough others.
        assertThat(classes.values()).allMatch(size -> size >= 5);
        assertThat(rows(csv))
                .extracting(row -> row.get(4))
                .allMatch(band -> band.matches("|<1[23]0|1[234]0-<1[346]0|>=1[46]0"));
        assertThat(again).contains("すでに取り出されています。").doesNotContain("person,sex");
        assertThat(office.everything()
                        .queryForMap("select state, file is null as gone from extracts.extract where id = ?", id))
                .isEqualTo(Map.of("state", "TAKEN", "gone", true));
    }

    @Test
    void ids_stay_within_a_project_and_differ_between_projects() {
        var first = rows(made("one", "sex")).stream().map(List::getFirst).collect(Collectors.toSet());
        var again = rows(made("one", "sex")).stream().map(List::getFirst).collect(Collectors.toSet());
        var other = rows(made("two", "sex")).stream().map(List::getFirst).collect(Collectors.toSet());

        assertThat(first).hasSizeGreaterThan(50).isEqualTo(again).doesNotContainAnyElementsOf(other);
        assertThat(first).allMatch(id -> id.matches("1-[0-9a-f]{64}"));
    }

    @Test
    void two_extracts_of_a_project_cannot_be_put_together_to_single_people_out() {
        var sex = rows(made("joined", "sex")).stream().map(List::getFirst).collect(Collectors.toSet());
        var age = rows(made("joined", "age")).stream().map(List::getFirst).collect(Collectors.toSet());

        assertThat(sex).isNotEmpty().doesNotContainAnyElementsOf(age);
    }

    @Test
    void asking_releasing_making_and_taking_out_are_in_the_ledger_with_everybody_in_the_file() {
        var before = office.everything()
                .queryForObject(
                        "select coalesce(max(seq), 0) from audit.event where insurer_id = ?",
                        Long.class,
                        insurer.id().value());
        var people = rows(made("ledger", "sex")).size();
        var entries = office.everything()
                .queryForList(
                        "select kind || ' ' || people from audit.event where insurer_id = ? and seq > ?"
                                + " and data_class = 'extract' order by seq",
                        String.class,
                        insurer.id().value(),
                        before);

        assertThat(entries).containsExactly("CHANGE 0", "CHANGE 0", "BATCH " + people, "EXPORT " + people);
    }

    @Test
    void keys_are_sealed_and_rotated_with_earlier_ones_kept() {
        var transactions = office.bean(TenantTransactions.class);
        var keys = office.bean(PseudonymKeys.class);
        var before = transactions.in(insurer.id(), () -> keys.ring(insurer.id(), "project/rotated"));
        KeyRing after = transactions.in(insurer.id(), () -> keys.rotate(insurer.id(), "project/rotated"));

        assertThat(after.keys()).hasSize(2).contains(before.current());
        assertThat(after.current()).isNotEqualTo(before.current());
        var sealed = office.everything()
                .queryForList("select sealed from extracts.key where use = 'project/rotated'", byte[].class);
        assertThat(sealed).hasSize(2).allMatch(bytes -> bytes.length > 32);
        assertThat(Arrays.equals(sealed.get(0), sealed.get(1))).isFalse();
    }

    @Test
    void a_wish_that_cannot_be_met_is_shown_again_with_what_was_typed() {
        var nurse = visitor(NUMBER, "nurse");
        nurse.get("/extracts");
        var answer = nurse.post(
                "/extracts", "project", "課題ア", "year", "2025", "k", "2", "purpose", "REPORT", "column", "sex");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("kは3から1000までの数にしてください。", "課題ア");
        assertThat(nurse.post("/extracts", "project", "課題", "k", "5", "column", "sex")
                        .body())
                .contains("目的を選んでください。");
        assertThat(nurse.post("/extracts", "project", "課題", "k", "5", "purpose", "REPORT", "column", "name")
                        .body())
                .contains("書き出す列を1つ以上選んでください。");
    }

    @Test
    void another_insurer_sees_nothing_and_who_may_not_export_does_not_get_in() {
        var id = ask(visitor(NUMBER, "nurse"), "内緒の課題", "sex");

        assertThat(visitor(OTHER, "nurse").get("/extracts/" + id).status()).isEqualTo(404);
        assertThat(visitor(OTHER, "nurse").get("/extracts").body()).doesNotContain("内緒の課題");
        assertThat(visitor(NUMBER, "analyst").get("/extracts").status()).isEqualTo(403);
    }
}
