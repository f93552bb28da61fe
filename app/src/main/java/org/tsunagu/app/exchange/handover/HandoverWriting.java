package org.tsunagu.app.exchange.handover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.consent.Disclosures;
import org.tsunagu.app.consent.Transfer;
import org.tsunagu.app.exchange.handover.HandoverItem.State;
import org.tsunagu.app.intake.Sources;
import org.tsunagu.checkupformat.archive.ArchiveWriter;
import org.tsunagu.checkupformat.document.CheckupDocument;

/// One writing of an archive (1回の書き出し), delivery by delivery: a few hundred documents are in memory at
/// a time. Each
/// person is decided about before anything is written and once more at the moment it is.
final class HandoverWriting {

    private static final int AT_ONCE = 500;

    private final InsurerId insurer;
    private final Disclosures disclosures;
    private final Function<String, Optional<Transfer>> transfers;
    private final Function<CheckupDocument, CheckupDocument> form;
    private final ArchiveWriter archive;
    private final IntConsumer progress;
    private final Map<String, Map<Long, List<Read>>> waiting = new LinkedHashMap<>();
    private final List<HandoverItem> done = new ArrayList<>();
    private int count;
    private int written;

    /// @param transfers which transfer a kind of data is; none when nothing is given
    /// @param form what a document becomes in the archive
    /// @param progress told how many documents are in it, again and again
    HandoverWriting(
            InsurerId insurer,
            Disclosures disclosures,
            Function<String, Optional<Transfer>> transfers,
            Function<CheckupDocument, CheckupDocument> form,
            ArchiveWriter archive,
            IntConsumer progress) {
        this.insurer = insurer;
        this.disclosures = disclosures;
        this.transfers = transfers;
        this.form = form;
        this.archive = archive;
        this.progress = progress;
    }

    /// Writes a document into the archive.
    private interface Adding {

        String add() throws IOException;
    }

    private record Read(HandoverItem item, Adding adding) {}

    int written() {
        return written;
    }

    /// Writes the documents of one delivery.
    ///
    /// @return what became of them
    List<HandoverItem> delivery(Sources sources, long lastRepair, List<HandoverItem> items) {
        done.clear();
        var missing = items.stream()
                .collect(Collectors.toMap(
                        HandoverItem::entry, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        sources.each(
                insurer,
                items.getFirst().deliveryId(),
                List.copyOf(missing.keySet()),
                lastRepair,
                (entry, document) -> {
                    var item = missing.remove(entry);
                    if (item != null) {
                        add(new Read(item, () -> archive.add(form.apply(document))));
                    }
                });
        guidance(sources, lastRepair, missing);
        flush();
        missing.values().forEach(item -> leave(item, "ORIGINAL"));
        return List.copyOf(done);
    }

    /// What was no checkup is a record of guidance.
    private void guidance(Sources sources, long lastRepair, Map<String, HandoverItem> missing) {
        var byDocument =
                missing.values().stream().collect(Collectors.toMap(HandoverItem::documentId, Function.identity()));
        sources.guidance(insurer, List.copyOf(byDocument.keySet()), lastRepair, (id, document) -> {
            var item = byDocument.get(id);
            if (item != null && missing.remove(item.entry()) != null) {
                add(new Read(item, () -> archive.add(document)));
            }
        });
    }

    private void add(Read read) {
        waiting.computeIfAbsent(read.item().data(), none -> new LinkedHashMap<>())
                .computeIfAbsent(read.item().memberId(), none -> new ArrayList<>())
                .add(read);
        count++;
        if (count >= AT_ONCE) {
            flush();
        }
    }

    /// Of two kinds of data each is decided about by itself.
    private void flush() {
        waiting.forEach((data, people) -> transfers
                .apply(data)
                .ifPresentOrElse(
                        transfer -> give(transfer, people),
                        () -> people.values().forEach(this::write)));
        waiting.clear();
        count = 0;
        progress.accept(written);
    }

    private void give(Transfer transfer, Map<Long, List<Read>> people) {
        var given = disclosures.giveAsSystem(
                insurer,
                transfer,
                List.copyOf(people.keySet()),
                member -> write(people.getOrDefault(member, List.of())));
        for (var refused : given.refused()) {
            people.getOrDefault(refused.memberId(), List.of())
                    .forEach(read -> leave(read.item(), refused.why().name()));
        }
    }

    private void write(List<Read> documents) {
        for (var read : documents) {
            try {
                var entry = read.adding().add();
                done.add(with(read.item(), State.WRITTEN, entry, ""));
                written++;
            } catch (IllegalArgumentException notValid) {
                leave(read.item(), "FORM");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void leave(HandoverItem item, String why) {
        done.add(with(item, State.LEFT_OUT, "", why));
    }

    private static HandoverItem with(HandoverItem item, State state, String written, String why) {
        return new HandoverItem(
                item.memberId(), item.documentId(), item.deliveryId(), item.entry(), state, written, why, item.data());
    }
}
