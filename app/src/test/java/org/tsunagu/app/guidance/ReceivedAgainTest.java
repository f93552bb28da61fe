package org.tsunagu.app.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.guidance.ReceivedWorld.announce;
import static org.tsunagu.app.guidance.ReceivedWorld.person;
import static org.tsunagu.app.guidance.ReceivedWorld.publish;
import static org.tsunagu.app.guidance.ReceivedWorld.row;
import static org.tsunagu.app.guidance.ReceivedWorld.send;
import static org.tsunagu.app.guidance.ReceivedWorld.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.guidance.ReceivedGuidance.State;
import org.tsunagu.app.intake.DeliveryRefused;
import org.tsunagu.app.intake.Repairs;
import org.tsunagu.rules.guidance.CourseState;

/// A document that comes again, says something else now, or is taken back.
@ExtendWith(Office.Extension.class)
class ReceivedAgainTest {

    @TempDir
    Path folder;

    @Test
    void the_same_again_changes_nothing_and_another_document_that_says_it_writes_nothing(Office office)
            throws IOException {
        var world = world(office);
        world.checkup(3, "2024-05-31", "1", "92.3", "78.4");
        var start = send(folder, office, Hg08.start(person(3)));
        var before = world.course(row(office, start).courseId());

        assertThat(send(folder, office, Hg08.start(person(3)))).isEqualTo(start);
        publish(office, start, 3, Hg08.start(person(3)).build());
        // Other bytes that say the same.
        var again = send(folder, office, spaced(Hg08.start(person(3)).bytes()));

        assertThat(again).isNotEqualTo(start);
        assertThat(row(office, again).courseId()).isEqualTo(before.id());
        assertThat(world.course(before.id())).isEqualTo(before);
    }

    private static byte[] spaced(byte[] document) {
        var text = new String(document, StandardCharsets.UTF_8);
        return text.replace("</ClinicalDocument>", "\n</ClinicalDocument>").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_document_that_says_something_else_now_takes_its_former_records_back(Office office) throws IOException {
        var world = world(office);
        world.checkup(6, "2024-05-31", "1", "92.3", "78.4");
        var start = send(folder, office, Hg08.start(person(6)));
        var course = row(office, start).courseId();
        var before = world.course(course).records().size();

        publish(
                office,
                start,
                6,
                Hg08.of("21", "20240712", person(6), "1")
                        .common("20240531")
                        .first("24010", "1", "30")
                        .totals(false, "160")
                        .build());

        var now = world.course(course);
        assertThat(now.records()).hasSize(before * 3);
        assertThat(now.records().stream().filter(Recorded::annuls)).hasSize(before);
        assertThat(world.summary(course))
                .returns(Optional.of(LocalDate.parse("2024-07-12")), CourseSummary::firstInterview);
    }

    @Test
    void a_refused_delivery_takes_its_records_back_and_another_document_says_them_then(Office office)
            throws IOException {
        var world = world(office);
        world.checkup(7, "2024-05-31", "1", "92.3", "78.4");
        var start = send(folder, office, Hg08.start(person(7)));
        var course = row(office, start).courseId();
        var again = send(folder, office, spaced(Hg08.start(person(7)).bytes()));

        refuse(office, start);
        assertThat(row(office, start).state()).isEqualTo(State.WITHDRAWN);
        assertThat(world.course(course).current()).isNotEmpty().allMatch(one -> one.documentId() == again);
        refuse(office, again);
        assertThat(world.course(course).current()).isEmpty();
    }

    private static void refuse(Office office, long document) {
        announce(office, new DeliveryRefused(world(office).insurer().id(), 0, List.of(document)));
    }

    @Test
    void a_document_whose_birth_date_was_put_right_is_taken(Office office) throws IOException {
        var world = world(office);
        world.checkup(10, "2024-05-31", "1", "92.3", "78.4");
        var written = new String(Hg08.start(person(10)).bytes(), StandardCharsets.UTF_8);

        var document =
                send(folder, office, written.replace("19700501", "19700231").getBytes(StandardCharsets.UTF_8));
        var repairs = office.bean(Repairs.class);
        var outcome = office.as(world.insurer(), Role.CLERK, () -> {
            var sheet = repairs.sheet(document).orElseThrow();
            return repairs.apply(document, sheet.document().version(), Map.of("birth", "19700501"), "誤記");
        });

        assertThat(outcome).isEqualTo(Repairs.Outcome.TAKEN);
        assertThat(row(office, document).state()).isEqualTo(State.TAKEN);
        assertThat(world.summary(row(office, document).courseId()))
                .returns(CourseState.INITIAL_DONE, CourseSummary::state);
    }
}
