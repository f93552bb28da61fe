package org.tsunagu.app.exchange.handover;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.files.Originals;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.checkupformat.archive.ArchiveName;
import org.tsunagu.codes.insurer.InsurerNumber;

/// Handing results over (健診結果の引継ぎ): to the next insurer, to the wide-area union, for viewing.
/// Everything is written
/// down before it leaves, and what comes in return is kept with it.
@Service
public class Handovers {

    static final String JOB = "handover";
    private static final int A_DAY = 10;
    private static final int AT_ONCE = 2000;

    private final HandoverStore store;
    private final HandoverDocuments documents;
    private final Originals originals;
    private final Jobs jobs;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    Handovers(
            HandoverStore store,
            HandoverDocuments documents,
            Originals originals,
            Jobs jobs,
            TenantTransactions transactions,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.documents = documents;
        this.originals = originals;
        this.jobs = jobs;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// Something that happened (経過).
    public record Past(String what, String staffName, OffsetDateTime at) {}

    /// What is to be made.
    ///
    /// @param receiver number, eight digits
    /// @param requested day of the request
    public record Wanted(HandoverKind kind, String receiver, String receiverName, LocalDate requested) {}

    /// Lists the results of people and queues the writing of their archive.
    ///
    /// @return its number; empty when too many archives have gone to the receiver today
    public Optional<Long> make(Wanted wanted, Collection<Long> people) {
        return transactions.inCurrent(() -> {
            var id = add(wanted, 0);
            id.ifPresent(handover -> {
                var insurer = Actors.current().insurer().id();
                var all = List.copyOf(people);
                for (var from = 0; from < all.size(); from += AT_ONCE) {
                    var some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
                    // What was registered once is taken back also when another result counts now.
                    if (wanted.kind() == HandoverKind.VIEW_DELETE) {
                        store.items(insurer, handover, store.registered(some));
                    }
                    store.items(insurer, handover, documents.of(wanted.kind(), some));
                }
                begin(handover, Long.toString(handover));
            });
            return id;
        });
    }

    private Optional<Long> add(Wanted wanted, long resentOf) {
        var actor = Actors.current();
        var today = LocalDate.now(clock);
        var number = store.today(actor.insurer().id(), wanted.receiver(), today);
        if (number >= A_DAY) {
            return Optional.empty();
        }
        return Optional.of(store.add(
                actor,
                new Handover(
                        0,
                        wanted.kind(),
                        wanted.receiver(),
                        wanted.receiverName(),
                        wanted.requested(),
                        today,
                        number,
                        Handover.State.WAITING,
                        "",
                        0,
                        0,
                        0,
                        0,
                        0,
                        resentOf,
                        actor.name(),
                        OffsetDateTime.now(clock))));
    }

    void begin(long handover, String job) {
        var actor = Actors.current();
        store.event(actor.insurer().id(), handover, "WAITING", actor.name(), OffsetDateTime.now(clock));
        jobs.enqueue(actor.insurer().id(), JOB, job, actor.name());
        audit.note(Look.changed(0, "handover", "/handover", "handover " + handover));
    }

    /// The newest.
    public List<Handover> latest(int most) {
        return transactions.inCurrent(() -> store.latest(most));
    }

    /// One of them.
    public Optional<Handover> find(long id) {
        return transactions.inCurrent(() -> store.find(id));
    }

    Handover of(InsurerId insurer, long id) {
        return transactions.in(insurer, () -> store.find(id).orElseThrow());
    }

    /// What happened to it.
    public List<Past> past(long id) {
        return transactions.inCurrent(() -> store.events(id));
    }

    /// Documents in a state, at most so many.
    public List<HandoverItem> items(long id, HandoverItem.State state, int most) {
        return transactions.inCurrent(() -> store.in(id, state, most));
    }

    /// The name of its archive.
    public static ArchiveName name(Handover handover, String insurerNumber) {
        return new ArchiveName(
                InsurerNumber.of(insurerNumber).orElseThrow().digits(),
                handover.receiver(),
                handover.day(),
                handover.number(),
                handover.kind().row().integer("service_kind"));
    }

    /// Writes the archive, as often as it is asked for.
    ///
    /// @param purpose what it is taken out for
    public void write(Handover handover, String purpose, OutputStream out) {
        var insurer = Actors.current().insurer().id();
        var people = transactions.inCurrent(() -> store.people(handover.id()));
        audit.note(
                new Look(
                        Look.Kind.EXPORT,
                        "handover",
                        0,
                        purpose,
                        Look.OWN_WORK,
                        "/handover",
                        "handover %d, %d people".formatted(handover.id(), people.size())),
                people);
        try {
            Files.copy(originals.path(insurer, handover.original()), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean move(long id, Handover.State from, Handover.State to) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            var isDone = store.change(id, from, to);
            if (isDone) {
                store.event(actor.insurer().id(), id, to.name(), actor.name(), OffsetDateTime.now(clock));
                audit.note(Look.changed(0, "handover", "/handover", "handover %d, %s".formatted(id, to)));
            }
            return isDone;
        });
    }

    /// What came of reading an answer (応答の取込結果).
    ///
    /// @param known files of the archive about which something is said
    public record Answered(int lines, int known) {}

    /// Takes the answer of a receiver in: what is named is taken or not, everything else was taken. An
    /// answer that names what is not in the archive is about another one: nothing of it is taken in.
    ///
    /// @param reasons why not, by the name of the file; empty for what was taken
    public Optional<Answered> answer(long id, Map<String, String> reasons) {
        return transactions.inCurrent(() -> {
            var known = store.known(id, reasons.keySet());
            if (known < reasons.size()) {
                return store.find(id)
                        .filter(one -> one.state() == Handover.State.SENT)
                        .map(one -> new Answered(reasons.size(), known));
            }
            var isRejected = reasons.values().stream().anyMatch(why -> !why.isEmpty());
            var next = isRejected ? Handover.State.REJECTED : Handover.State.ACKNOWLEDGED;
            if (!move(id, Handover.State.SENT, next)) {
                return Optional.empty();
            }
            store.answer(id, reasons);
            store.acknowledge(id);
            return Optional.of(new Answered(reasons.size(), known));
        });
    }

    /// Brings what was not taken again, in an archive of its own.
    ///
    /// @return its number; empty when nothing was rejected, or no more archives may go to the receiver
    /// today
    public Optional<Long> resend(Handover handover) {
        return transactions.inCurrent(() -> {
            var rejected = store.in(handover.id(), HandoverItem.State.REJECTED, Integer.MAX_VALUE);
            var insurer = Actors.current().insurer().id();
            // Whoever sends it again at the same time waits here.
            store.today(insurer, handover.receiver(), LocalDate.now(clock));
            var isRejected = store.find(handover.id())
                    .filter(one -> one.state() == Handover.State.REJECTED)
                    .isPresent();
            if (rejected.isEmpty() || !isRejected) {
                return Optional.empty();
            }
            var again = add(
                    new Wanted(handover.kind(), handover.receiver(), handover.receiverName(), handover.requested()),
                    handover.id());
            again.ifPresent(id -> {
                store.items(insurer, id, rejected);
                store.change(handover.id(), Handover.State.REJECTED, Handover.State.RESENT);
                begin(id, Long.toString(id));
            });
            return again;
        });
    }

    void done(InsurerId insurer, long id, List<HandoverItem> items) {
        transactions.run(insurer, () -> store.done(id, items));
    }

    List<Long> deliveries(InsurerId insurer, long id) {
        return transactions.in(insurer, () -> store.deliveries(id));
    }

    List<HandoverItem> of(InsurerId insurer, long id, long delivery) {
        return transactions.in(insurer, () -> store.of(id, delivery));
    }

    /// Within the transaction of the caller.
    void produced(InsurerId insurer, long id, String original) {
        var state = original.isEmpty() ? Handover.State.EMPTY : Handover.State.CHECKED;
        store.produced(id, state, original);
        store.event(insurer, id, state.name(), "system", OffsetDateTime.now(clock));
        audit.noteAsSystem(
                insurer,
                new Look(Look.Kind.BATCH, "handover", 0, "work", Look.OWN_WORK, "/handover", "handover " + id));
    }
}
