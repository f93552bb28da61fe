package org.tsunagu.app.exchange.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.exchange.handover.HandoverWorld.examined;
import static org.tsunagu.app.exchange.handover.HandoverWorld.find;
import static org.tsunagu.app.exchange.handover.HandoverWorld.insurer;
import static org.tsunagu.app.exchange.handover.HandoverWorld.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;

/// Results that are registered for viewing, and taken back.
@ExtendWith(Office.Extension.class)
class ViewingTest {

    @TempDir
    Path folder;

    @Test
    void a_file_for_viewing_deletes_under_the_category_that_deletes(Office office) throws IOException {
        var insurer = insurer(folder, office, "06990162");
        var people = examined(office, insurer, 18, 74, 3);
        var keys = keys(office, people);
        var id = office.as(insurer, Role.CLERK, () -> {
            var who = office.bean(HandoverPeople.class)
                    .of(HandoverKind.VIEW_DELETE, "94899010", LocalDate.now(office.bean(Clock.class)), keys)
                    .people();
            assertThat(who).hasSize(3);
            return office.bean(Handovers.class)
                    .make(
                            new Handovers.Wanted(
                                    HandoverKind.VIEW_DELETE,
                                    "94899010",
                                    "支払基金",
                                    LocalDate.now(office.bean(Clock.class))),
                            who)
                    .orElseThrow();
        });
        office.waitForJobs(insurer);
        var handover = find(office, insurer, id);
        var out = new ByteArrayOutputStream();
        office.as(insurer, Role.CLERK, () -> {
            office.bean(Handovers.class).write(handover, "HANDOVER", out);
            return 0;
        });

        assertThat(handover.written()).isEqualTo(3);
        var texts = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.add(entry.getName() + new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(texts)
                .filteredOn(text -> text.contains("/DATA/"))
                .hasSize(3)
                .allSatisfy(text -> assertThat(text).contains("code=\"49\""));
        assertThat(texts)
                .filteredOn(text -> text.contains("ix08"))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("interactionType code=\"12\""));
    }

    @Test
    void what_was_registered_for_viewing_is_taken_back_also_when_it_counts_no_more(Office office) throws IOException {
        var insurer = insurer(folder, office, "06990386");
        var people = examined(office, insurer, 18, 74, 3);
        var registered = view(office, insurer, HandoverKind.VIEW_REGISTER, people);
        office.everything().update("update checkups.checkup set withdrawn = true where member_id = any(?)", (Object)
                people.toArray(Long[]::new));

        assertThat(registered.written()).isPositive();
        assertThat(view(office, insurer, HandoverKind.VIEW_DELETE, people).written())
                .isEqualTo(registered.written());
    }

    private static Handover view(Office office, Insurer insurer, HandoverKind kind, List<Long> people) {
        var id = office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(Handovers.class)
                        .make(
                                new Handovers.Wanted(kind, "94899010", "支払基金", LocalDate.now(office.bean(Clock.class))),
                                people)
                        .orElseThrow());
        office.waitForJobs(insurer);
        return find(office, insurer, id);
    }
}
