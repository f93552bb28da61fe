package org.tsunagu.app.exchange.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.exchange.handover.HandoverWorld.NEXT;
import static org.tsunagu.app.exchange.handover.HandoverWorld.examined;
import static org.tsunagu.app.exchange.handover.HandoverWorld.find;
import static org.tsunagu.app.exchange.handover.HandoverWorld.insurer;
import static org.tsunagu.app.exchange.handover.HandoverWorld.made;
import static org.tsunagu.app.exchange.handover.HandoverWorld.moved;
import static org.tsunagu.app.exchange.handover.HandoverWorld.number;
import static org.tsunagu.app.exchange.handover.HandoverWorld.object;
import static org.tsunagu.app.exchange.handover.HandoverWorld.say;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.consent.Disclosures;
import org.tsunagu.app.consent.Transfer;
import org.tsunagu.app.consent.Transfer.Side;
import org.tsunagu.app.exchange.handover.Handover.State;
import org.tsunagu.app.intake.Sources;
import org.tsunagu.checkupformat.archive.ArchiveName;
import org.tsunagu.checkupformat.archive.ArchiveWriter;
import org.tsunagu.checkupformat.archive.Exchange;

/// Whoever says no while an archive is written, or afterwards, is not in it when it leaves.
@ExtendWith(Office.Extension.class)
class HandoverObjectionTest {

    @TempDir
    Path folder;

    /// The first who is written says that the second must not be: from then on the second is not
    /// written.
    @Test
    void who_objects_in_the_middle_of_the_writing_is_not_written(Office office) throws IOException {
        var insurer = insurer(folder, office, "06990170");
        var people = examined(office, insurer, 40, 74, 2);
        var items = new ArrayList<HandoverItem>();
        office.everything()
                .query(
                        "select member_id, id, delivery_id, entry from intake.document where member_id = any(?)",
                        row -> {
                            items.add(new HandoverItem(
                                    row.getLong(1),
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getString(4),
                                    HandoverItem.State.LISTED,
                                    "",
                                    "",
                                    "CHECKUP"));
                        },
                        (Object) people.toArray(Long[]::new));
        var objecting = new ArrayList<>(people);
        var done = office.as(insurer, Role.CLERK, () -> {
            var archive = ArchiveWriter.create(
                    OutputStream.nullOutputStream(),
                    new ArchiveName("06990170", NEXT, LocalDate.parse("2026-11-27"), 0, 1),
                    Exchange.of("8"),
                    Optional.empty());
            var transfer = new Transfer(
                    new Side("HEALTH_UNION", "次"),
                    new Side("HEALTH_UNION", "当"),
                    "CHECKUP",
                    "NEXT_INSURER",
                    LocalDate.now(office.bean(Clock.class)),
                    "handover/test");
            var writing = new HandoverWriting(
                    insurer.id(),
                    office.bean(Disclosures.class),
                    data -> Optional.of(transfer),
                    document -> {
                        var number = document.header().patient().number().text();
                        objecting.stream()
                                .filter(one -> !number.equals(number(office, one)))
                                .findFirst()
                                .ifPresent(other -> object(office, other));
                        objecting.clear();
                        return document;
                    },
                    archive,
                    written -> {});
            var all = new ArrayList<HandoverItem>();
            items.stream()
                    .map(HandoverItem::deliveryId)
                    .distinct()
                    .sorted()
                    .forEach(delivery -> all.addAll(writing.delivery(
                            office.bean(Sources.class),
                            Long.MAX_VALUE,
                            items.stream()
                                    .filter(one -> one.deliveryId() == delivery)
                                    .toList())));
            return all;
        });

        assertThat(done).extracting(HandoverItem::state).containsOnlyOnce(HandoverItem.State.WRITTEN);
        assertThat(done)
                .filteredOn(one -> one.state() == HandoverItem.State.LEFT_OUT)
                .extracting(HandoverItem::why)
                .containsOnly("OBJECTED");
    }

    @Test
    void who_objects_after_the_writing_is_taken_out_before_the_file_leaves(Office office) throws IOException {
        var insurer = insurer(folder, office, "06990352");
        var people = examined(office, insurer, 43, 74, 3);
        moved(office, insurer, people, NEXT);
        var first = made(office, insurer, HandoverKind.INSURER, NEXT);
        assertThat(first.written()).isEqualTo(3);
        var clerk = new Visitor(office);
        clerk.logIn("06990352-clerk", Office.PASSWORD);
        var path = "/handover/" + first.id();
        clerk.get(path);
        say(office, insurer, people.getFirst());

        assertThat(clerk.post(path + "/file", "purpose", "GUIDANCE").path()).contains("again.REBUILT");
        office.waitForJobs(insurer);
        var second = find(office, insurer, first.id());
        assertThat(second.state()).isEqualTo(State.CHECKED);
        assertThat(second.written()).isEqualTo(2);
        assertThat(second.original()).isNotEqualTo(first.original());
        assertThat(clerk.post(path + "/sent").body()).contains("送付済みにしました");

        say(office, insurer, people.getLast());
        assertThat(clerk.post(path + "/file", "purpose", "GUIDANCE").path()).contains("again.CLOSED");
    }
}
