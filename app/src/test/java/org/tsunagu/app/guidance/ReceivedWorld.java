package org.tsunagu.app.guidance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.intake.DocumentsMatched;
import org.tsunagu.app.intake.DocumentsMatched.Matched;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.Patient;
import org.tsunagu.checkupformat.document.ReceivedFile;
import org.tsunagu.rules.guidance.Trigger;

/// Documents of providers that are sent, and what became of them.
final class ReceivedWorld {

    private ReceivedWorld() {}

    static final String NUMBER = "99600033";

    static GuidanceWorld world(Office office) {
        return GuidanceWorld.of(office, NUMBER);
    }

    static Patient person(int number) {
        return Hg08.person(
                NUMBER, "7%02d".formatted(number), GuidanceWorld.kana(number), "%d0501".formatted(1960 + number));
    }

    /// Sends a document and waits until it has been read.
    ///
    /// @return its number
    static long send(Path folder, Office office, Hg08 document) throws IOException {
        return send(folder, office, document.bytes());
    }

    static long send(Path folder, Office office, byte[] document) throws IOException {
        var file = Files.createTempFile(folder, "hg08", ".xml");
        Files.write(file, document);
        var insurer = world(office).insurer();
        var delivery = office.receive(insurer, file).deliveryId();
        office.waitForJobs(insurer);
        return office.everything()
                .queryForObject("select id from intake.document where delivery_id = ?", Long.class, delivery);
    }

    static ReceivedGuidance row(Office office, long document) {
        return world(office)
                .as(() -> office.bean(TenantTransactions.class)
                        .inCurrent(() -> office.bean(ReceivedRows.class).find(document)))
                .orElseThrow();
    }

    static List<String> codes(Office office, long document) {
        return row(office, document).problems().stream()
                .map(Difference::written)
                .toList();
    }

    static List<Trigger> happened(PersonCourse course) {
        return course.current().stream().map(one -> one.event().trigger()).toList();
    }

    static void publish(Office office, long document, int member, GuidanceDocument said) {
        var world = world(office);
        var matched = new Matched<ReceivedFile>(document, world.member(member).value(), said);
        announce(office, new DocumentsMatched(world.insurer().id(), List.of(matched)));
    }

    static void announce(Office office, Object event) {
        office.bean(TenantTransactions.class)
                .run(
                        world(office).insurer().id(),
                        () -> office.bean(ApplicationEventMulticaster.class)
                                .multicastEvent(new PayloadApplicationEvent<>(office, event)));
    }
}
