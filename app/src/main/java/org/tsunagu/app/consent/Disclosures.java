package org.tsunagu.app.consent;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.consent.Said.Saying;
import org.tsunagu.app.membership.Members;
import org.tsunagu.rules.legal.Why;

/// Whether data of people may be given to somebody (情報提供の可否): asked before anything leaves,
/// answered with the legal ground and with what the person has said, and written down whatever the
/// answer is.
@Service
public class Disclosures {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Parameters parameters;
    private final Said said;
    private final Disasters disasters;
    private final Members members;
    private final DisclosureStore store;
    private final Audit audit;
    private final Clock clock;

    Disclosures(
            JdbcClient jdbc,
            TenantTransactions transactions,
            Parameters parameters,
            Said said,
            Disasters disasters,
            Members members,
            DisclosureStore store,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.parameters = parameters;
        this.said = said;
        this.disasters = disasters;
        this.members = members;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /// Decides about one person in the name of the current actor, and writes the decision down.
    public Disclosure decide(Transfer transfer, long member) {
        return decide(transfer, List.of(member)).getFirst();
    }

    /// Decides about many people in the name of the current actor, each of them alone. All decisions
    /// are written down when it returns, in the order in which the people were given.
    public List<Disclosure> decide(Transfer transfer, Collection<Long> people) {
        return decide(Actors.current(), transfer, people);
    }

    /// The same for work that the system does for an insurer.
    public List<Disclosure> decideAsSystem(InsurerId insurer, Transfer transfer, Collection<Long> people) {
        return decide(system(insurer), transfer, people);
    }

    private static Actor system(InsurerId insurer) {
        return new Actor(0, "system", new Insurer(insurer, "", ""), Set.of());
    }

    private List<Disclosure> decide(Actor actor, Transfer transfer, Collection<Long> people) {
        return transactions.in(actor.insurer().id(), () -> {
            var decided = within(actor, transfer, List.copyOf(people));
            note(actor, transfer, decided);
            return decided;
        });
    }

    private List<Disclosure> within(Actor actor, Transfer transfer, List<Long> people) {
        var known = members.within(people);
        var sayings = said.of(transfer, people);
        var reading = new Reading(transfer, parameters.grounds(), disasters.open(), OffsetDateTime.now(clock));
        var decided = people.stream()
                .distinct()
                .map(id -> {
                    var member = known.get(id);
                    return member == null
                            ? reading.nobody(id)
                            : reading.one(member, sayings.getOrDefault(id, Saying.NOTHING));
                })
                .collect(Collectors.partitioningBy(one -> one.why() != Why.NOT_A_MEMBER));
        var written = new ArrayList<>(store.put(actor, transfer, decided.getOrDefault(true, List.of())));
        written.addAll(decided.getOrDefault(false, List.of()));
        var byMember = written.stream().collect(Collectors.toMap(Disclosure::memberId, one -> one));
        return people.stream()
                .distinct()
                .map(id -> Objects.requireNonNull(byMember.get(id)))
                .toList();
    }

    /// One entry for those whose data may leave under the same ground, and one for those refused for
    /// the same reason.
    private void note(Actor actor, Transfer transfer, List<Disclosure> decided) {
        record Group(Why why, String ground) {}
        decided.stream()
                .collect(Collectors.groupingBy(one -> new Group(one.why(), one.ground())))
                .forEach((group, those) ->
                        note(actor, look(transfer, group.why(), group.ground(), those.size()), known(those)));
    }

    private static List<Long> known(List<Disclosure> those) {
        return those.stream()
                .filter(one -> one.why() != Why.NOT_A_MEMBER)
                .map(Disclosure::memberId)
                .toList();
    }

    private static Look look(Transfer transfer, Why why, String ground, int people) {
        var basis = !ground.isEmpty() ? ground : why.isByConsent() ? "CONSENT" : "NONE";
        return new Look(
                why.isAllowed() ? Look.Kind.EXPORT : Look.Kind.CHANGE,
                transfer.dataClass(),
                0,
                transfer.purpose(),
                basis,
                transfer.reference(),
                "%s, %s asks %s, %d people"
                        .formatted(
                                (why.isAllowed() ? "ALLOWED " : "REFUSED ") + why,
                                transfer.requester().party(),
                                transfer.holder().party(),
                                people));
    }

    private void note(Actor actor, Look look, List<Long> people) {
        if (actor.id() == 0) {
            audit.noteAsSystem(actor.insurer().id(), look, people);
        } else {
            audit.note(look, people);
        }
    }

    /// What came of giving data of many people (一括提供の結果): those whose data were written, and
    /// those refused.
    public record Given(List<Long> written, List<Disclosure> refused) {}

    /// Gives data of many people, one by one, in the name of the current actor: who is allowed is
    /// written down first, and looked at once more at the moment each person is written, so that
    /// whoever says no meanwhile is left out.
    ///
    /// @param write writes the data of one person
    public Given give(Transfer transfer, List<Long> people, LongConsumer write) {
        return give(Actors.current(), transfer, people, write);
    }

    /// The same for work that the system does for an insurer.
    public Given giveAsSystem(InsurerId insurer, Transfer transfer, List<Long> people, LongConsumer write) {
        return give(system(insurer), transfer, people, write);
    }

    private Given give(Actor actor, Transfer transfer, List<Long> people, LongConsumer write) {
        var written = new ArrayList<Long>();
        var refused = new ArrayList<Disclosure>();
        for (var from = 0; from < people.size(); from += AT_ONCE) {
            var some = people.subList(from, Math.min(from + AT_ONCE, people.size()));
            var seen = transactions.in(actor.insurer().id(), () -> said.counts(some));
            var decided = decide(actor, transfer, some);
            transactions.run(actor.insurer().id(), () -> {
                for (var one : decided) {
                    var isSame = said.count(one.memberId()) == seen.getOrDefault(one.memberId(), 0L);
                    var now = isSame ? one : again(actor, transfer, one);
                    if (now.isAllowed()) {
                        write.accept(now.memberId());
                        written.add(now.memberId());
                    } else {
                        refused.add(now);
                    }
                }
            });
        }
        return new Given(List.copyOf(written), List.copyOf(refused));
    }

    /// Somebody has said something since: decided anew, and written down when it comes out otherwise.
    private Disclosure again(Actor actor, Transfer transfer, Disclosure before) {
        var now = within(actor, transfer, List.of(before.memberId())).getFirst();
        note(actor, transfer, List.of(now));
        return now;
    }

    /// What was given and refused of a member, the latest first (本人に関する提供の記録).
    public List<Disclosure> of(long member) {
        return transactions.inCurrent(() -> jdbc.sql("select " + DisclosureStore.COLUMNS
                        + " from consent.disclosure where member_id = :member order by id desc")
                .param("member", member)
                .query(DisclosureStore::read)
                .list());
    }

    /// The decisions of one piece of work, by its reference, in their order; with the people as keys.
    public Map<Long, Disclosure> of(String reference) {
        return transactions.inCurrent(() -> jdbc
                .sql("select " + DisclosureStore.COLUMNS + " from consent.disclosure where reference = :reference"
                        + " order by id")
                .param("reference", reference)
                .query(DisclosureStore::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Disclosure::memberId, one -> one, (early, late) -> late)));
    }
}
