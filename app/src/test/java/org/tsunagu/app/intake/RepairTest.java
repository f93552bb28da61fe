package org.tsunagu.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.files.Originals;

/// Employers' CSV, and documents that are put right after they were not taken.
@ExtendWith(Office.Extension.class)
class RepairTest {

    private static final String BAD_DAY = "1970-02-31";

    @TempDir
    Path folder;

    /// An employer's file of an invented insurer whose register has been taken in.
    private List<String> employer(Office office, Insurer insurer) throws IOException {
        Office.files(folder, insurer.number(), 900, 1, 0);
        office.register(insurer, Files.readAllBytes(folder.resolve("members.csv")), true);
        return lines();
    }

    private List<String> lines() throws IOException {
        try (var all = Files.list(folder.resolve("employers"))) {
            for (var file : all.sorted().toList()) {
                var lines = Files.readAllLines(file, java.nio.charset.Charset.forName("windows-31j"));
                if (lines.size() > 3) {
                    return new ArrayList<>(lines);
                }
            }
        }
        throw new IllegalStateException("no employer with three rows");
    }

    /// The same with a birth date in the first row that is no day.
    private static String spoil(List<String> lines) {
        var column = List.of(lines.getFirst().split(",", -1)).indexOf("birth_date");
        var cells = lines.get(1).split(",", -1);
        var birth = cells[column];
        cells[column] = BAD_DAY;
        lines.set(1, String.join(",", cells));
        return birth;
    }

    private long receive(Office office, Insurer insurer, List<String> lines) throws IOException {
        var file = folder.resolve("employer.csv");
        Files.write(file, lines);
        var receipt = office.receive(insurer, file);
        office.waitForJobs(insurer);
        return receipt.deliveryId();
    }

    private static Delivery delivery(Office office, Insurer insurer, long id) {
        return office.as(
                        insurer, Role.CLERK, () -> office.bean(Deliveries.class).find(id))
                .orElseThrow();
    }

    private static int count(Office office, String sql, Object... arguments) {
        return office.everything().queryForObject(sql, Integer.class, arguments);
    }

    @Test
    void each_row_of_an_employers_file_becomes_a_checkup_of_its_member(Office office) throws IOException {
        var insurer = office.insurer("99009011");
        var lines = employer(office, insurer);

        var id = receive(office, insurer, lines);

        var delivery = delivery(office, insurer, id);
        assertThat(delivery.state()).isEqualTo("DONE");
        assertThat(delivery.documents()).isEqualTo(lines.size() - 1);
        assertThat(delivery.accepted() + delivery.warned() + delivery.rejected())
                .isEqualTo(lines.size() - 1);
        assertThat(count(
                        office,
                        "select count(*) from checkups.checkup c join intake.document d on d.id = c.document_id"
                                + " where d.delivery_id = ? and c.programme = '030'",
                        id))
                .isEqualTo(delivery.accepted() + delivery.warned() - delivery.open())
                .isPositive();
    }

    @Test
    void a_field_is_put_right_and_the_document_is_taken_while_the_original_stays(Office office) throws IOException {
        var insurer = office.insurer("99009029");
        var lines = employer(office, insurer);
        var birth = spoil(lines);
        var id = receive(office, insurer, lines);
        var bytes = Files.readAllBytes(folder.resolve("employer.csv"));
        var rejected = office
                .as(insurer, Role.CLERK, () -> office.bean(Deliveries.class).rejected(id, 10))
                .stream()
                .filter(document -> document.entry().equals("row 2"))
                .findFirst()
                .orElseThrow();
        var repairs = office.bean(Repairs.class);
        var typed = Map.of("birth", birth);

        var sheet = office.as(insurer, Role.CLERK, () -> repairs.sheet(rejected.id()))
                .orElseThrow();
        var proposal = office.as(insurer, Role.CLERK, () -> repairs.propose(rejected.id(), typed))
                .orElseThrow();
        var outcome =
                office.as(insurer, Role.CLERK, () -> repairs.apply(rejected.id(), rejected.version(), typed, "電話で確認"));
        var again =
                office.as(insurer, Role.CLERK, () -> repairs.apply(rejected.id(), rejected.version(), typed, "電話で確認"));

        assertThat(sheet.fields().getFirst().problems()).isNotEmpty();
        assertThat(sheet.fields()).extracting(RepairSheet.Field::key).contains("birth", "number", "exam_date");
        assertThat(proposal.changes())
                .containsExactly(new Change("birth", sheetText(sheet, "birth"), birth.replace("-", "")));
        assertThat(proposal.gone()).isNotEmpty();
        assertThat(proposal.isTaken()).isTrue();
        assertThat(outcome).isEqualTo(Repairs.Outcome.TAKEN);
        assertThat(again).isEqualTo(Repairs.Outcome.CHANGED_MEANWHILE);
        assertThat(count(office, "select count(*) from intake.repair where document_id = ?", rejected.id()))
                .isEqualTo(1);
        assertThat(count(office, "select count(*) from checkups.checkup where document_id = ?", rejected.id()))
                .isEqualTo(1);
        assertThat(count(
                        office,
                        "select count(*) from intake.finding where delivery_id = ? and entry = 'row 2'"
                                + " and severity <> 'NOTES'",
                        id))
                .isZero();
        assertThat(office.everything()
                        .queryForList(
                                "select state_note from worklists.task where insurer_id = ? and kind = 'RETURN'"
                                        + " and subject = ?",
                                String.class,
                                insurer.id().value(),
                                id + ":row 2"))
                .containsExactly("REPAIRED");
        var original = delivery(office, insurer, id).original();
        assertThat(office.bean(Originals.class).path(insurer.id(), original)).hasBinaryContent(bytes);
    }

    @Test
    void a_result_of_a_day_without_insurance_is_refused_and_the_tasks_of_who_leaves_wait_until_the_return(Office office)
            throws IOException {
        var insurer = office.insurer("99009060");
        Office.files(folder, insurer.number(), 900, 1, 0);
        var lines = lines();
        var examined = lines.get(1).split(",")[0];
        // Whoever the first row is about has been insured only since the year after.
        var register = Files.readAllLines(folder.resolve("members.csv")).stream()
                .map(line -> line.startsWith(examined + ",") ? insured(line, "2026-01-01", "") : line)
                .reduce("", (all, line) -> all + line + "\n");
        office.register(insurer, register);

        var id = receive(office, insurer, lines);

        assertThat(office.everything()
                        .queryForList(
                                "select code from intake.finding where delivery_id = ? and entry = 'row 2'"
                                        + " and code = 'CHK-INS-001'",
                                String.class,
                                id))
                .hasSize(1);
        var open = count(
                office,
                "select count(*) from worklists.task where insurer_id = ? and state = 'OPEN' and member_id is not null",
                insurer.id().value());
        var ended = register.lines()
                .map(line -> line.startsWith("member_id") ? line : insured(line, line.split(",", -1)[14], "2026-10-31"))
                .reduce("", (all, line) -> all + line + "\n");
        office.register(insurer, ended.getBytes(java.nio.charset.StandardCharsets.UTF_8), false);
        var left = count(
                office,
                "select count(*) from worklists.task where insurer_id = ? and state_note = 'LEFT'",
                insurer.id().value());
        // The very same bytes would be known and change nothing.
        office.register(insurer, register + "\n");
        assertThat(open).isPositive();
        assertThat(left).isGreaterThanOrEqualTo(open);
        assertThat(count(
                        office,
                        "select count(*) from worklists.task where insurer_id = ? and state = 'OPEN'"
                                + " and member_id is not null",
                        insurer.id().value()))
                .isEqualTo(open);
    }

    private static String insured(String line, String from, String to) {
        var cells = line.split(",", -1);
        cells[14] = from;
        cells[15] = to;
        return String.join(",", cells);
    }

    private static String sheetText(RepairSheet sheet, String key) {
        return sheet.fields().stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void a_document_that_waits_for_its_person_keeps_what_was_put_right(Office office) throws IOException {
        var insurer = office.insurer("99009037");
        var lines = employer(office, insurer);
        spoil(lines);
        var id = receive(office, insurer, lines);
        var repairs = office.bean(Repairs.class);
        var rejected = office
                .as(insurer, Role.CLERK, () -> office.bean(Deliveries.class).rejected(id, 10))
                .stream()
                .filter(document -> document.entry().equals("row 2"))
                .findFirst()
                .orElseThrow();
        // Nobody was born on this day: the document has to wait for a person.
        var typed = Map.of("birth", "1931-01-09", "number", "999999", "kana", "ダレモイナイ");

        var outcome =
                office.as(insurer, Role.CLERK, () -> repairs.apply(rejected.id(), rejected.version(), typed, "試験"));
        var waiting = office.as(
                        insurer, Role.CLERK, () -> office.bean(MatchQueue.class).find(rejected.id()))
                .orElseThrow();
        var member = office.everything()
                .queryForObject(
                        "select min(id) from membership.member where insurer_id = ?",
                        Long.class,
                        insurer.id().value());
        office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(MatchQueue.class)
                        .decide(waiting.id(), new MatchQueue.Decision(waiting.version(), member, "", "試験")));

        assertThat(outcome).isEqualTo(Repairs.Outcome.TAKEN);
        assertThat(waiting.birth()).isEqualTo("19310109");
        assertThat(waiting.match()).isIn("NONE", "DOUBTFUL");
        assertThat(count(office, "select count(*) from checkups.checkup where document_id = ?", rejected.id()))
                .isEqualTo(1);
    }

    @Test
    void another_insurer_can_neither_see_nor_change_it(Office office) throws IOException {
        var insurer = office.insurer("99009045");
        var other = office.insurer("99009052");
        var lines = employer(office, insurer);
        spoil(lines);
        var id = receive(office, insurer, lines);
        var rejected = office.as(
                        insurer, Role.CLERK, () -> office.bean(Deliveries.class).rejected(id, 10))
                .getFirst();
        var repairs = office.bean(Repairs.class);

        assertThat(office.as(other, Role.CLERK, () -> repairs.sheet(rejected.id())))
                .isEmpty();
        assertThat(office.as(
                        other,
                        Role.CLERK,
                        () -> repairs.apply(rejected.id(), rejected.version(), Map.of("sex", "1"), "x")))
                .isEqualTo(Repairs.Outcome.CHANGED_MEANWHILE);
    }
}
