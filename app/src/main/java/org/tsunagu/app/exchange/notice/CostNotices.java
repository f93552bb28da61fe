package org.tsunagu.app.exchange.notice;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.claims.CareCosts;
import org.tsunagu.app.claims.CareCosts.Line;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberPages;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.membership.Relation;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.letters.Addressee;
import org.tsunagu.letters.Letter;
import org.tsunagu.letters.LetterRun;
import org.tsunagu.letters.RunReport;
import org.tsunagu.letters.RunSettings;
import org.tsunagu.letters.Sender;
import org.tsunagu.letters.layout.Profile;

/// Prints notices of medical costs (医療費通知の印刷), household by household: some hundred people are in
/// memory at a time.
@Service
public class CostNotices {

    private static final String ENVELOPE = "NAGA3";
    private static final int AT_ONCE = 300;

    private final MemberPages pages;
    private final Members members;
    private final CareCosts costs;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    CostNotices(
            MemberPages pages,
            Members members,
            CareCosts costs,
            TenantTransactions transactions,
            Audit audit,
            Clock clock) {
        this.pages = pages;
        this.members = members;
        this.costs = costs;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// A household with what its care cost.
    private record Household(Member head, Map<Long, String> names, List<Line> lines) {}

    /// Writes the notices of all households with a claim in some months; each goes to the insured
    /// person.
    ///
    /// @param purpose what they are taken out for
    /// @return how many were printed, and what was wrong with the others
    public RunReport write(YearMonth from, YearMonth to, String purpose, OutputStream out) {
        var settings = new RunSettings(
                Texts.in(Language.JAPANESE).text("exchange.costs.title"),
                Actors.current().insurer().name(),
                Locale.JAPANESE,
                Profile.of(ENVELOPE),
                clock.instant());
        try (var run = new LetterRun(out, settings)) {
            var after = 0L;
            for (var page = pages.after(after, AT_ONCE); !page.isEmpty(); page = pages.after(after, AT_ONCE)) {
                var households = households(page, from, to);
                note(households, purpose);
                for (var one : households) {
                    run.add(letter(one, from, to));
                }
                after = page.getLast().id().value();
            }
            return run.report();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Household> households(List<Member> page, YearMonth from, YearMonth to) {
        var heads = page.stream()
                .filter(member -> Relation.SELF.isCalled(member.relation()))
                .toList();
        return transactions.inCurrent(() -> {
            var families = members.byHousehold(heads.stream()
                    .map(member -> member.number().household())
                    .distinct()
                    .toList());
            var people = families.values().stream()
                    .flatMap(List::stream)
                    .map(Members.Candidate::id)
                    .distinct()
                    .toList();
            var lines = costs.of(people, from, to);
            return heads.stream()
                    .map(head ->
                            household(head, families.getOrDefault(head.number().household(), List.of()), lines))
                    .filter(one -> !one.lines().isEmpty())
                    .toList();
        });
    }

    private static Household household(Member head, List<Members.Candidate> family, Map<Long, List<Line>> lines) {
        var names = family.stream()
                .collect(Collectors.toMap(Members.Candidate::id, Members.Candidate::name, (one, same) -> one));
        var all = new ArrayList<Line>();
        names.keySet().stream()
                .sorted(Comparator.comparing((Long id) -> id != head.id().value())
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(id -> all.addAll(lines.getOrDefault(id, List.of())));
        return new Household(head, names, all);
    }

    private void note(List<Household> households, String purpose) {
        var people = households.stream()
                .flatMap(one -> one.lines().stream())
                .map(Line::memberId)
                .distinct()
                .toList();
        if (!people.isEmpty()) {
            audit.note(
                    new Look(
                            Look.Kind.PRINT,
                            "claim",
                            0,
                            purpose,
                            Look.OWN_WORK,
                            "/handover/costs",
                            "notices of costs, %d households".formatted(households.size())),
                    people);
        }
    }

    private Letter letter(Household one, YearMonth from, YearMonth to) {
        var head = one.head();
        return new Letter(
                "C%d".formatted(head.id().value()),
                new Addressee(head.postalCode(), List.of(head.address()), head.name()),
                new Sender(Actors.current().insurer().name(), "", "", List.of(), "", ""),
                LocalDate.now(clock),
                Optional.empty(),
                new CostNotice(from, to, one.names(), one.lines()));
    }
}
