package org.tsunagu.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.checkups.Verdict.Question;
import org.tsunagu.app.files.Originals;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;

/// From an archive to the person to call.
@ExtendWith(Office.Extension.class)
class IntakeTest {

    @TempDir
    Path folder;

    private static Delivery delivery(Office office, Insurer insurer, long id) {
        return office.as(
                        insurer, Role.CLERK, () -> office.bean(Deliveries.class).find(id))
                .orElseThrow();
    }

    private static List<Path> archives(Path files) {
        try (var zips = Files.list(files.resolve("archives"))) {
            return zips.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_archive_becomes_results_judgements_and_tasks_and_every_document_is_accounted_for(Office office)
            throws IOException {
        var insurer = office.insurer("99000200");
        var files = Office.files(folder, "99000200", 600, 1, 0.02);
        office.register(insurer, Files.readAllBytes(files.resolve("members.csv")), true);
        var receipts = archives(files).stream()
                .map(zip -> office.receive(insurer, zip))
                .toList();
        office.waitForJobs(insurer);

        var all = receipts.stream()
                .map(receipt -> delivery(office, insurer, receipt.deliveryId()))
                .toList();
        assertThat(all).allMatch(delivery -> !delivery.isBusy());
        var stored = office.everything()
                .queryForObject(
                        "select count(*) from checkups.checkup where insurer_id = ? and not withdrawn",
                        Integer.class,
                        insurer.id().value());
        var documents = office.everything()
                .queryForObject(
                        "select count(*) from intake.document where insurer_id = ?",
                        Integer.class,
                        insurer.id().value());
        var open = all.stream().mapToInt(Delivery::open).sum();
        var rejected = all.stream().mapToInt(Delivery::rejected).sum();
        assertThat(documents).isGreaterThan(50).isEqualTo(stored + open + rejected);
        assertThat(office.everything()
                        .queryForObject(
                                "select count(*) from checkups.current_decision where insurer_id = ?",
                                Integer.class,
                                insurer.id().value()))
                .isEqualTo(3 * stored);

        var tasks =
                office.as(insurer, Role.NURSE, () -> office.bean(Tasks.class).byKind());
        assertThat(tasks.keySet()).contains(TaskKind.VISIT_NOW, TaskKind.VISIT, TaskKind.ACTIVE);
        var first = office.as(
                        insurer,
                        Role.NURSE,
                        () -> office.bean(Tasks.class)
                                .list(
                                        new Tasks.Filter(java.util.Optional.empty(), 0, java.util.Optional.empty()),
                                        0,
                                        1))
                .getFirst();
        assertThat(first.reasons()).isNotEmpty();
        var checkups =
                office.as(insurer, Role.NURSE, () -> office.bean(Checkups.class).of(first.memberId()));
        var verdicts = office.as(
                insurer,
                Role.NURSE,
                () -> office.bean(Checkups.class).verdicts(checkups.getFirst().id()));
        assertThat(verdicts.keySet()).containsExactlyInAnyOrder(Question.values());
        assertThat(verdicts.values())
                .allMatch(verdict -> verdict.question() == Question.COMPLETE
                        || !verdict.reasons().isEmpty());
    }

    @Test
    void the_same_file_twice_is_recognised_and_changes_nothing(Office office) throws IOException {
        var insurer = office.insurer("99000218");
        var files = Office.files(folder, "99000218", 200, 1, 0);
        office.register(insurer, Files.readAllBytes(files.resolve("members.csv")), true);
        var zip = archives(files).getFirst();
        var first = office.receive(insurer, zip);
        office.waitForJobs(insurer);
        var before = delivery(office, insurer, first.deliveryId());

        var again = office.receive(insurer, zip);
        office.waitForJobs(insurer);

        assertThat(first.isNew()).isTrue();
        assertThat(again).isEqualTo(new Deliveries.Receipt(first.deliveryId(), false));
        assertThat(delivery(office, insurer, first.deliveryId())).isEqualTo(before);
    }

    @Test
    void the_original_is_kept_byte_by_byte_even_when_nothing_of_it_can_be_read(Office office) throws IOException {
        var insurer = office.insurer("99000226");
        var rubbish = "PK\u0003\u0004 this is no archive".getBytes(StandardCharsets.ISO_8859_1);
        var receipt = office.bean(Deliveries.class)
                .receive(insurer.id(), new ByteArrayInputStream(rubbish), "x.zip", "upload", "test");
        office.waitForJobs(insurer);

        var delivery = delivery(office, insurer, receipt.deliveryId());
        var problems = office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(Deliveries.class).problems(delivery.id(), delivery.name(), List.of("")));
        assertThat(delivery.state()).isEqualTo("REFUSED");
        assertThat(problems.getOrDefault("", List.of())).isNotEmpty();
        assertThat(office.bean(Originals.class).path(insurer.id(), delivery.original()))
                .hasBinaryContent(rubbish);
    }

    @Test
    void an_archive_for_another_insurer_is_refused_and_nothing_of_it_is_stored(Office office) throws IOException {
        var insurer = office.insurer("99000234");
        var files = Office.files(folder, "99000242", 200, 1, 0);
        office.register(insurer, Files.readAllBytes(files.resolve("members.csv")), true);
        var receipt = office.receive(insurer, archives(files).getFirst());
        office.waitForJobs(insurer);

        assertThat(delivery(office, insurer, receipt.deliveryId()).state()).isEqualTo("REFUSED");
        assertThat(office.everything()
                        .queryForObject(
                                "select count(*) from checkups.checkup where insurer_id = ? and not withdrawn",
                                Integer.class,
                                insurer.id().value()))
                .isZero();
    }

    @Test
    void a_result_without_a_fitting_member_waits_until_somebody_decides(Office office) throws IOException {
        var insurer = office.insurer("99000259");
        var files = Office.files(folder, "99000259", 200, 1, 0);
        var members = Files.readString(files.resolve("members.csv"));
        // A register of one line, with nobody who was examined in it but one.
        office.register(insurer, members.lines().limit(2).reduce("", (all, line) -> all + line + "\n"));
        archives(files).forEach(zip -> office.receive(insurer, zip));
        office.waitForJobs(insurer);
        var queue = office.bean(MatchQueue.class);
        var member = office.as(
                        insurer,
                        Role.CLERK,
                        () -> office.bean(Members.class)
                                .search(
                                        members.lines()
                                                .skip(1)
                                                .findFirst()
                                                .orElseThrow()
                                                .split(",")[8],
                                        5))
                .getFirst();
        var document = office.as(insurer, Role.CLERK, () -> queue.waiting(0, 1)).getFirst();
        var before = office.as(insurer, Role.CLERK, queue::count);

        var isDecided = office.as(
                insurer,
                Role.CLERK,
                () -> queue.decide(
                        document.id(),
                        new MatchQueue.Decision(document.version(), member.id().value(), "", "試験")));
        var isDecidedAgain = office.as(
                insurer,
                Role.CLERK,
                () -> queue.decide(
                        document.id(),
                        new MatchQueue.Decision(document.version(), member.id().value(), "", "試験")));

        assertThat(isDecided).isEqualTo(MatchQueue.Outcome.DECIDED);
        assertThat(isDecidedAgain).isEqualTo(MatchQueue.Outcome.CHANGED);
        assertThat(office.as(insurer, Role.CLERK, queue::count)).isEqualTo(before - 1);
        assertThat(office.as(
                        insurer,
                        Role.CLERK,
                        () -> office.bean(Checkups.class).of(member.id().value())))
                .anyMatch(checkup -> checkup.documentId() == document.id());
        assertThat(office.as(insurer, Role.CLERK, () -> queue.decisions(document.id())))
                .hasSize(1);
    }

    @Test
    void a_file_put_into_the_inbox_is_taken_in(Office office) throws Exception {
        var insurer = office.insurer("99000267");
        var inbox = office.data().resolve("inbox").resolve("99000267");
        Files.createDirectories(inbox);
        Files.writeString(inbox.resolve("note.xml"), "<nothing/>");
        Files.writeString(inbox.resolve("half.zip.part"), "half");
        Files.setLastModifiedTime(
                inbox.resolve("note.xml"),
                java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() - 60_000));

        for (var i = 0; i < 200 && !Files.exists(inbox.resolve("taken/note.xml")); i++) {
            Thread.sleep(50);
        }

        assertThat(inbox.resolve("taken/note.xml")).exists();
        assertThat(inbox.resolve("half.zip.part")).exists();
        assertThat(office.as(
                        insurer, Role.CLERK, () -> office.bean(Deliveries.class).latest(0, 10)))
                .extracting(Delivery::name)
                .containsExactly("note.xml");
    }
}
