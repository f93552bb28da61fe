package org.tsunagu.app.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tsunagu.app.membership.CardNumber;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.membership.Members.Candidate;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Patient;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.codes.insurer.InsurerNumber;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.linkage.normal.Names;

/// Finds the member by the number on the card (番号による突合). Certain only when birth date and sex agree and nobody else in
/// the household fits; without the branch, twins are told apart by the name.
@Component
class NumberMatching {

    /// The check of insurance on the day of the checkup.
    static final String NOT_INSURED = "CHK-INS-001";

    private final Members members;

    NumberMatching(Members members) {
        this.members = members;
    }

    /// What came of it (突合の結果).
    ///
    /// @param kind as in the table of documents
    /// @param memberId 0 for nobody
    /// @param otherInsurer as in [Document]
    record Match(String kind, long memberId, String otherInsurer) {
        static final Match NOT_ASKED = new Match("NOT_ASKED", 0, "");
        static final Match NONE = new Match("NONE", 0, "");

        static Match number(long memberId) {
            return new Match("NUMBER", memberId, "");
        }

        /// Handed over by another insurer, whose numbers say nothing here: somebody must decide.
        static Match earlier(String otherInsurer) {
            return new Match("EARLIER", 0, otherInsurer);
        }
    }

    /// Looks for the members of documents.
    ///
    /// @param insurerNumber of the insurer that has received them
    /// @return one entry a document that may be taken, or turned out not to be
    Map<String, Match> of(Collection<Received> documents, String insurerNumber) {
        var wanted = new HashMap<String, Header>();
        var matches = new HashMap<String, Match>();
        for (var document : documents) {
            if (!document.isRefused()) {
                var header = document.header().orElseThrow();
                otherInsurer(header, insurerNumber)
                        .ifPresentOrElse(
                                other -> matches.put(document.entry(), Match.earlier(other)),
                                () -> wanted.put(document.entry(), header));
            }
        }
        var households = members.byHousehold(wanted.values().stream()
                .map(header -> card(header.patient()))
                .filter(CardNumber::isGiven)
                .map(CardNumber::household)
                .distinct()
                .toList());
        wanted.forEach((entry, header) -> matches.put(
                entry,
                find(
                                header.patient(),
                                households.getOrDefault(card(header.patient()).household(), List.of()))
                        .map(candidate -> Match.number(candidate.id()))
                        .orElse(Match.NONE)));
        refuseUninsured(documents, matches);
        return matches;
    }

    /// Looks for the members of settlement files, each with the name of its entry; 0 for nobody.
    List<ClaimsReceived.Received> claims(Map<String, Claim> claims) {
        var households = members.byHousehold(claims.values().stream()
                .map(claim -> card(claim.subject().person()))
                .filter(CardNumber::isGiven)
                .map(CardNumber::household)
                .distinct()
                .toList());
        return claims.entrySet().stream()
                .map(one -> {
                    var person = one.getValue().subject().person();
                    var member = find(
                                    person, households.getOrDefault(card(person).household(), List.of()))
                            .map(Candidate::id)
                            .orElse(0L);
                    return new ClaimsReceived.Received(one.getKey(), one.getValue(), member);
                })
                .toList();
    }

    /// The insurer that a document names, when it is not ours; a document without a number is taken for one of ours.
    private static Optional<String> otherInsurer(Header header, String ours) {
        return InsurerNumber.of(header.patient().insurerNumber().text())
                .map(InsurerNumber::digits)
                .filter(number -> !number.equals(ours));
    }

    /// A result of a day on which the person was not insured here is not taken (CHK-INS-001): it says so and has no
    /// member. Guidance goes over months, and what lies before a loss counts: there each contact is
    /// looked at alone.
    private void refuseUninsured(Collection<Received> documents, Map<String, Match> matches) {
        var days = new HashMap<String, Members.OnDay>();
        for (var document : documents) {
            var member = matches.getOrDefault(document.entry(), Match.NONE).memberId();
            document.checkup()
                    .flatMap(checkup -> checkup.header().examDay())
                    .filter(day -> member != 0)
                    .ifPresent(day -> days.put(document.entry(), new Members.OnDay(member, day)));
        }
        var uninsured = members.notCovered(days.values());
        for (var document : documents) {
            var day = days.get(document.entry());
            if (day != null && uninsured.contains(day)) {
                new Reporter(CheckupCatalogue.shipped(), document.problems()::add)
                        .report(
                                NOT_INSURED,
                                Place.of("", document.entry()),
                                "date",
                                day.day().toString());
                matches.put(document.entry(), Match.NOT_ASKED);
            }
        }
    }

    private static CardNumber card(Patient person) {
        return new CardNumber(
                person.symbol().text(), person.number().text(), person.branch().text());
    }

    private static Optional<Candidate> find(Patient person, List<Candidate> household) {
        var birth = Dates.compact(person.birth().text());
        var sex = Sex.of(person.sex().text());
        if (birth.isEmpty() || sex.isEmpty()) {
            return Optional.empty();
        }
        var same = household.stream()
                .filter(member -> member.birth().equals(birth.get())
                        && member.sex().equals(sex.get().code()))
                .toList();
        var card = card(person);
        var byBranch = same.stream()
                .filter(member -> !card.branch().isEmpty() && member.numberKey().equals(card.key()))
                .toList();
        var byName = same.stream()
                .filter(member ->
                        Names.key(member.kana()).equals(Names.key(person.name().text())))
                .toList();
        return only(byBranch)
                .or(() -> only(same).filter(member -> !isOtherBranch(card, member)))
                .or(() -> only(byName));
    }

    /// Another branch than the one in the register may be that of a twin whom the register does not
    /// have.
    private static boolean isOtherBranch(CardNumber card, Candidate member) {
        return !card.branch().isEmpty() && !member.numberKey().endsWith("|");
    }

    private static Optional<Candidate> only(List<Candidate> candidates) {
        var ids = candidates.stream().map(Candidate::id).distinct().count();
        return ids == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }
}
