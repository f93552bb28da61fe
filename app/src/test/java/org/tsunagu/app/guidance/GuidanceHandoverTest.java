package org.tsunagu.app.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.exchange.handover.Handover;
import org.tsunagu.app.exchange.handover.HandoverItem;
import org.tsunagu.app.exchange.handover.HandoverKind;
import org.tsunagu.app.exchange.handover.Handovers;

/// Records of guidance go to the next insurer with the results, on the ground that covers them, and only once there is
/// a
/// course of them.
@ExtendWith(Office.Extension.class)
class GuidanceHandoverTest {

    private static final String NUMBER = "99600710";
    private static final String NEXT = "06990014";

    @TempDir
    Path folder;

    private void send(Office office, GuidanceWorld world, Hg08 document) throws IOException {
        var file = Files.createTempFile(folder, "hg08", ".xml");
        Files.write(file, document.bytes());
        office.receive(world.insurer(), file);
        office.waitForJobs(world.insurer());
    }

    private static Handover made(Office office, GuidanceWorld world, HandoverKind kind, List<Long> people) {
        var today = LocalDate.now(office.bean(Clock.class));
        var id = office.as(
                world.insurer(),
                Role.CLERK,
                () -> office.bean(Handovers.class)
                        .make(new Handovers.Wanted(kind, kind.isView() ? "94899010" : NEXT, "次の保険者", today), people)
                        .orElseThrow());
        office.waitForJobs(world.insurer());
        return office.as(
                world.insurer(),
                Role.CLERK,
                () -> office.bean(Handovers.class).find(id).orElseThrow());
    }

    private static List<String> texts(Office office, GuidanceWorld world, Handover handover) throws IOException {
        var out = new ByteArrayOutputStream();
        office.as(world.insurer(), Role.CLERK, () -> {
            office.bean(Handovers.class).write(handover, "HANDOVER", out);
            return 0;
        });
        var texts = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.add(entry.getName() + "\n" + new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    @Test
    void guidance_travels_on_its_own_ground_and_only_when_it_was_taken(Office office) throws IOException {
        var world = GuidanceWorld.of(office, NUMBER);
        world.checkup(1, "2024-05-31", "1", "92.3", "78.4");
        send(office, world, Hg08.start(Hg08.person(NUMBER, "701", GuidanceWorld.kana(1), "19610501")));
        // Nothing is known of a checkup of this one: the document waits.
        send(office, world, Hg08.start(Hg08.person(NUMBER, "702", GuidanceWorld.kana(2), "19620501")));
        var taken = world.member(1).value();
        var waiting = world.member(2).value();

        var handover = made(office, world, HandoverKind.INSURER, List.of(taken, waiting));

        assertThat(handover.state()).isEqualTo(Handover.State.CHECKED);
        assertThat(handover.written()).isEqualTo(1);
        assertThat(texts(office, world, handover))
                .filteredOn(text -> text.contains("/DATA/"))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("hg08", "extension=\"701\""));
        assertThat(office.as(
                        world.insurer(),
                        Role.CLERK,
                        () -> office.bean(Handovers.class).items(handover.id(), HandoverItem.State.WRITTEN, 9)))
                .singleElement()
                .satisfies(item -> assertThat(item.data()).isEqualTo("GUIDANCE"));
        assertThat(office.everything()
                        .queryForList(
                                "select member_id || ' ' || data_class || ' ' || ground from consent.disclosure"
                                        + " where reference = ?",
                                String.class,
                                "handover/" + handover.id()))
                .containsExactly(taken + " GUIDANCE L13");
    }

    /// What is shown to the person and to doctors are checkups.
    @Test
    void nothing_of_guidance_is_registered_for_viewing(Office office) throws IOException {
        var world = GuidanceWorld.of(office, NUMBER);
        world.checkup(3, "2024-05-31", "1", "92.3", "78.4");
        send(office, world, Hg08.start(Hg08.person(NUMBER, "703", GuidanceWorld.kana(3), "19630501")));

        var handover = made(
                office,
                world,
                HandoverKind.VIEW_REGISTER,
                List.of(world.member(3).value()));

        assertThat(handover.state()).isEqualTo(Handover.State.EMPTY);
        assertThat(handover.documents()).isZero();
    }
}
