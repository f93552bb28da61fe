package org.tsunagu.app.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.exchange.Request.State;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.worklists.NewTask;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.time.Dates;

/// Requests for results that others hold, and by others for ours (提供依頼).
@Service
public class Requests {

    private final RequestStore store;
    private final TenantTransactions transactions;
    private final Employers employers;
    private final Asking asking;
    private final Members members;
    private final Checkups checkups;
    private final Tasks tasks;
    private final Audit audit;
    private final Clock clock;

    Requests(
            RequestStore store,
            TenantTransactions transactions,
            Employers employers,
            Asking asking,
            Members members,
            Checkups checkups,
            Tasks tasks,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.employers = employers;
        this.asking = asking;
        this.members = members;
        this.checkups = checkups;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /// Something that happened to a request (依頼の経過).
    public record Past(String what, String note, String staffName, OffsetDateTime at) {}

    /// Somebody who is asked for (対象の方).
    ///
    /// @param arrived day of the result that is there; empty while it is missing
    public record Wanted(Member member, Optional<LocalDate> arrived) {}

    /// What came of a step (操作の結果).
    public enum Outcome {
        DONE,
        /// Somebody else has changed it meanwhile, or it cannot become that.
        CHANGED,
        /// The law gives no ground: nothing was sent.
        NO_GROUND,
        /// Nobody is asked for.
        NOBODY,
        /// The letter could not be addressed.
        NO_ADDRESS
    }

    /// The newest requests with what has come, open ones first.
    public List<Progress> latest(int most) {
        return transactions.inCurrent(
                () -> store.latest(most).stream().map(this::progress).toList());
    }

    /// One of them with what has come.
    public Optional<Progress> find(long id) {
        return transactions.inCurrent(() -> store.find(id).map(this::progress));
    }

    /// What an employer has been asked for.
    public List<Progress> ofEmployer(long employer) {
        return transactions.inCurrent(() -> transactions.beyondProvider(
                () -> store.ofEmployer(employer).stream().map(this::progress).toList()));
    }

    private Progress progress(Request request) {
        var people = store.people(request.id());
        return new Progress(
                request, other(request), people.size(), arrived(request, people).size());
    }

    private String other(Request request) {
        return request.employerId() == 0
                ? request.party().name()
                : employers.within(request.employerId()).map(Employer::shown).orElse("");
    }

    private Map<Long, LocalDate> arrived(Request request, Collection<Long> people) {
        var isFromFormer = request.scheme().party() == Scheme.Party.INSURER;
        return checkups.examined(people, request.fiscalYear(), isFromFormer);
    }

    /// Everybody who is asked for, those whose result is missing first.
    public List<Wanted> people(Request request) {
        return transactions.inCurrent(() -> transactions.beyondProvider(() -> {
            var ids = store.people(request.id());
            var arrived = arrived(request, ids);
            return members.within(ids).values().stream()
                    .map(member -> new Wanted(
                            member, Optional.ofNullable(arrived.get(member.id().value()))))
                    .sorted(java.util.Comparator.<Wanted>comparingInt(
                                    one -> one.arrived().isPresent() ? 1 : 0)
                            .thenComparing(one -> one.member().kana())
                            .thenComparingLong(one -> one.member().id().value()))
                    .toList();
        }));
    }

    /// What happened to it.
    public List<Past> past(long id) {
        return transactions.inCurrent(() -> store.events(id));
    }

    /// Writes down a request that nobody has sent yet, or one that has come in.
    ///
    /// @return its number
    public long add(Request draft) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            var id = store.add(actor.insurer().id(), draft);
            var people = asking.people(draft);
            store.people(actor.insurer().id(), id, people);
            store.event(actor, id, draft.state().name(), "", OffsetDateTime.now(clock));
            if (draft.state() == State.RECEIVED) {
                task(draft, id);
            }
            audit.note(
                    Look.changed(
                            0,
                            "request",
                            "/requests",
                            "request %d, %s".formatted(id, draft.scheme().key())),
                    people);
            return id;
        });
    }

    /// On which ground a request stands, or why on none, in words.
    public List<String> ground(Request request, Locale locale) {
        return transactions.inCurrent(
                () -> asking.law(request, store.people(request.id()), locale).words());
    }

    /// The acts and articles it rests on, as its letter quotes them.
    public List<String> laws(Request request) {
        return transactions.inCurrent(() ->
                asking.law(request, store.people(request.id()), Locale.JAPANESE).laws());
    }

    /// Decides once more about everybody who is asked for, before a letter or a list of them leaves
    /// (送付前の再確認): whoever may not be asked for any more is taken out.
    ///
    /// @return why nothing may leave at all; empty when it may
    public Optional<Outcome> again(Request request) {
        return transactions.inCurrent(() -> {
            var people = store.people(request.id());
            var refused = asking.refused(request, people);
            if (refused.isEmpty()) {
                asking.record(request, other(request), people, one -> store.leaveOut(request.id(), one));
            }
            return refused;
        });
    }

    /// Sends it: from now on it waits for its answer.
    public Outcome send(long id, int version) {
        return move(id, version, State.SENT, "");
    }

    /// Asks again.
    public Outcome remind(long id, int version) {
        return move(id, version, State.REMINDED, "");
    }

    /// Moves it on.
    public Outcome move(long id, int version, State next, String note) {
        return transactions.inCurrent(() -> {
            var request = store.find(id).filter(one -> one.version() == version);
            if (request.isEmpty() || !request.get().state().mayBecome(next)) {
                return Outcome.CHANGED;
            }
            var people = store.people(id);
            var isAsking = next == State.SENT || next == State.REMINDED || next == State.ANSWERED;
            var refused = isAsking ? asking.refused(request.get(), people) : Optional.<Outcome>empty();
            if (refused.isPresent()) {
                audit.note(
                        Look.changed(0, "request", "/requests/" + id, "request %d, %s".formatted(id, refused.get())));
                return refused.get();
            }
            return moved(request.get(), next, note, people);
        });
    }

    private Outcome moved(Request request, State next, String note, List<Long> people) {
        var actor = Actors.current();
        var isReminder = next == State.REMINDED;
        var grounds = next == State.SENT || next == State.REMINDED || next == State.ANSWERED
                ? asking.record(request, other(request), people, one -> store.leaveOut(request.id(), one))
                : request.grounds();
        var reminded = isReminder ? Optional.of(LocalDate.now(clock)) : request.remindedOn();
        if (!store.change(request, next, grounds, note, reminded)) {
            return Outcome.CHANGED;
        }
        store.event(actor, request.id(), next.name(), note, OffsetDateTime.now(clock));
        if (next == State.SENT) {
            task(request, request.id());
        } else if (!next.isOpen()) {
            tasks.drop(actor.insurer().id(), TaskKind.REQUEST, List.of(subject(request.id())), next.name());
        }
        audit.note(
                Look.changed(0, "request", "/requests/" + request.id(), "request %d, %s".formatted(request.id(), next)),
                people);
        return Outcome.DONE;
    }

    static String subject(long request) {
        return "request %d".formatted(request);
    }

    /// Due on the last day of the request, so that a late one stands among what is overdue.
    private void task(Request request, long id) {
        tasks.put(
                Actors.current().insurer().id(),
                List.of(new NewTask(
                        TaskKind.REQUEST,
                        subject(id),
                        0,
                        0,
                        LocalDate.now(clock),
                        request.deadline(),
                        List.of(),
                        Certainty.SOURCE)));
    }

    /// Completed years on a day.
    static int age(Member member, LocalDate day) {
        return Dates.age(member.birth(), day);
    }
}
