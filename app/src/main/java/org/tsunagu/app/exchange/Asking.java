package org.tsunagu.app.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import org.tsunagu.app.exchange.Scheme.Party;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.membership.Transfer;
import org.tsunagu.app.membership.Transfers;
import org.tsunagu.app.membership.Workplaces;

/// Whom a request asks for and whether it may (依頼の対象と根拠); everything within the transaction of the
/// caller.
@Component
class Asking {

    private final Employers employers;
    private final Workplaces workplaces;
    private final Members members;
    private final Transfers transfers;
    private final Law law;

    Asking(Employers employers, Workplaces workplaces, Members members, Transfers transfers, Law law) {
        this.employers = employers;
        this.workplaces = workplaces;
        this.members = members;
        this.transfers = transfers;
        this.law = law;
    }

    /// The members of an employer, or those who moved between two insurers, who are of the age of the
    /// request.
    List<Long> people(Request request) {
        return candidates(request).stream()
                .filter(member -> request.scheme().ages().has(Requests.age(member, request.asked())))
                .map(member -> member.id().value())
                .toList();
    }

    private Collection<Member> candidates(Request request) {
        return switch (request.scheme().party()) {
            case EMPLOYER ->
                employers
                        .within(request.employerId())
                        .map(one -> workplaces.staff(one.code(), request.asked()))
                        .orElse(List.of());
            case INSURER, UNION -> moved(request);
            // A federation asks for figures, not for people.
            case FEDERATION -> List.of();
        };
    }

    private Collection<Member> moved(Request request) {
        var other = request.party().number();
        return members.within(
                        request.scheme().isIncoming()
                                ? transfers.left(other, request.asked())
                                : transfers.with(Transfer.Direction.IN, other))
                .values();
    }

    Law.Said law(Request request, Collection<Long> people, Locale locale) {
        var ages = members.within(people).values().stream()
                .map(member -> Requests.age(member, request.asked()))
                .distinct()
                .sorted()
                .toList();
        return law.of(request, ages.isEmpty() ? List.of(request.scheme().ages().from()) : ages, locale);
    }

    /// Why it must not be sent; empty when it may.
    Optional<Requests.Outcome> refused(Request request, Collection<Long> people) {
        if (people.isEmpty() && request.scheme().party() != Party.FEDERATION) {
            return Optional.of(Requests.Outcome.NOBODY);
        }
        if (!law(request, people, Locale.ROOT).isLawful()) {
            return Optional.of(Requests.Outcome.NO_GROUND);
        }
        return request.scheme().isIncoming() || RequestLetter.hasAddress(request, employer(request))
                ? Optional.empty()
                : Optional.of(Requests.Outcome.NO_ADDRESS);
    }

    Optional<Employer> employer(Request request) {
        return employers.within(request.employerId());
    }

    /// Writes the ground of everybody down before anything leaves.
    ///
    /// @param other what the other side is called
    /// @param leave takes those whose data may not be given: they have objected
    /// @return the rows of the legal table
    String record(Request request, String other, Collection<Long> people, LongConsumer leave) {
        var said = law(request, people, Locale.ROOT);
        law.record(request, other, said, people).stream()
                .filter(one -> !one.isAllowed())
                .forEach(one -> leave.accept(one.memberId()));
        return said.keys();
    }
}
