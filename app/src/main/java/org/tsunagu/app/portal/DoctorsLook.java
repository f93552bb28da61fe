package org.tsunagu.app.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.MemberUser;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.claims.PersonCare;
import org.tsunagu.app.consent.Disclosure;
import org.tsunagu.app.consent.Disclosures;
import org.tsunagu.app.consent.Transfer;
import org.tsunagu.app.guidance.PersonCourse;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.portal.ShownPages.Part;
import org.tsunagu.app.portal.ShownPages.Shown;
import org.tsunagu.rules.legal.LegalTables;

/// What a doctor sees who follows the link of a page (主治医の閲覧): nobody has logged in. Whether it may be seen is decided by the
/// ledger of consents each time, and each time it is written down; the database shows no row of anybody else.
@Service
public class DoctorsLook {

    private static final Pattern TOKEN = Pattern.compile("([1-9][0-9]{0,8})-[a-z0-9]{32}");

    private final ShownPages pages;
    private final Insurers insurers;
    private final Disclosures disclosures;
    private final OwnData own;
    private final TenantTransactions transactions;
    private final Clock clock;

    DoctorsLook(
            ShownPages pages,
            Insurers insurers,
            Disclosures disclosures,
            OwnData own,
            TenantTransactions transactions,
            Clock clock) {
        this.pages = pages;
        this.insurers = insurers;
        this.disclosures = disclosures;
        this.own = own;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What is shown.
    ///
    /// @param checked empty unless it is shown, as the others
    public record Seen(
            Insurer insurer,
            Member member,
            Shown shown,
            Optional<OwnData.Checked> checked,
            Optional<PersonCare.Care> care,
            Optional<List<PersonCourse>> courses) {}

    /// Follows a link; empty for whatever reason nothing is to be seen.
    public Optional<Seen> follow(String token) {
        var found = TOKEN.matcher(token);
        if (!found.matches()) {
            return Optional.empty();
        }
        var number = Integer.parseInt(found.group(1));
        return insurers.all().stream()
                .filter(one -> one.id().value() == number)
                .findFirst()
                .flatMap(insurer -> follow(insurer, token));
    }

    private Optional<Seen> follow(Insurer insurer, String token) {
        var before = SecurityContextHolder.getContext();
        try {
            return as(Actor.ofDoctor(insurer), () -> transactions.in(insurer.id(), () -> pages.behind(token)
                            .map(shown -> new Allowed(shown, allowed(insurer, shown)))))
                    .filter(allowed -> !allowed.parts().isEmpty())
                    .map(allowed -> seen(insurer, allowed));
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private record Allowed(Shown shown, List<Part> parts) {}

    /// The database takes whoever reads for a proxy of this one member.
    private Seen seen(Insurer insurer, Allowed allowed) {
        var member = allowed.shown().member();
        var reader = new MemberUser(insurer, 0, "", member, Set.of(), new UUID(0, 0));
        return as(reader, () -> transactions.in(insurer.id(), () -> content(insurer, allowed, own.member(member))));
    }

    /// The content of a page for the member, who prints it.
    public Seen own(Insurer insurer, Shown shown) {
        return transactions.inCurrent(
                () -> content(insurer, new Allowed(shown, shown.parts()), own.member(shown.member())));
    }

    private Seen content(Insurer insurer, Allowed allowed, Member member) {
        var id = member.id().value();
        var parts = allowed.parts();
        return new Seen(
                insurer,
                member,
                allowed.shown(),
                parts.contains(Part.CHECKUP) ? Optional.of(own.checked(member)) : Optional.empty(),
                parts.contains(Part.DRUGS) ? Optional.of(own.care(id)) : Optional.empty(),
                parts.contains(Part.GUIDANCE) ? Optional.of(own.courses(id)) : Optional.empty());
    }

    /// The parts of a page that the member still allows.
    private List<Part> allowed(Insurer insurer, Shown shown) {
        var holder = LegalTables.shipped().partyOf(insurer.number()).orElse("");
        return shown.parts().stream()
                .filter(part -> decide(insurer, holder, shown, part).isAllowed())
                .toList();
    }

    private Disclosure decide(Insurer insurer, String holder, Shown shown, Part part) {
        var transfer = new Transfer(
                new Transfer.Side(ShownPages.PARTY, shown.clinic()),
                new Transfer.Side(holder, insurer.name(), insurer.number()),
                part.name(),
                ShownPages.PURPOSE,
                LocalDate.now(clock),
                "portal/doctor-page/" + shown.id());
        return disclosures.decide(transfer, shown.member());
    }

    private static <T> T as(Object principal, Supplier<T> work) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of()));
        SecurityContextHolder.setContext(context);
        return work.get();
    }
}
