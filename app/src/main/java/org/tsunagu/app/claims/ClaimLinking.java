package org.tsunagu.app.claims;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.tsunagu.app.membership.CardNumber;
import org.tsunagu.app.membership.CoveredMonths;
import org.tsunagu.app.membership.CoveredMonths.InMonth;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.membership.Members.Candidate;
import org.tsunagu.linkage.normal.Names;

/// Whose claim it is (レセプトの突合). The register is the truth: among those who have, or once had, the
/// number on the card, the first step that leaves one person wins. Within the transaction of the caller.
@Component
class ClaimLinking {

    private final Members members;
    private final CoveredMonths covered;

    ClaimLinking(Members members, CoveredMonths covered) {
        this.members = members;
        this.covered = covered;
    }

    /// What a claim says of its person (レセプトの受給者).
    ///
    /// @param sex empty when unreadable
    record Patient(
            CardNumber card, String sex, Optional<LocalDate> birth, String name, String kana, YearMonth careMonth) {}

    /// Whose it is and by which step; nobody's with 0.
    record Link(String match, long memberId) {
        static final Link PUBLIC = new Link("PUBLIC", 0);
        static final Link NONE = new Link("NONE", 0);
    }

    /// The members of some claims.
    ///
    /// @param patients by a key of the caller
    <K> Map<K, Link> of(Map<K, Patient> patients) {
        var candidates = members.byHousehold(patients.values().stream()
                .map(Patient::card)
                .filter(CardNumber::isGiven)
                .map(CardNumber::household)
                .distinct()
                .toList());
        var asked = new HashSet<InMonth>();
        for (var patient : patients.values()) {
            of(patient, candidates).forEach(candidate -> asked.add(new InMonth(candidate.id(), patient.careMonth())));
        }
        var insured = covered.of(asked);
        var links = new HashMap<K, Link>();
        patients.forEach((key, patient) -> links.put(key, link(patient, of(patient, candidates), insured)));
        return links;
    }

    private static List<Candidate> of(Patient patient, Map<String, List<Candidate>> candidates) {
        return patient.card().isGiven() ? candidates.getOrDefault(patient.card().household(), List.of()) : List.of();
    }

    private static Link link(Patient patient, List<Candidate> household, Set<InMonth> insured) {
        Predicate<Candidate> isInsured =
                candidate -> insured.contains(new InMonth(candidate.id(), patient.careMonth()));
        Predicate<Candidate> isSame =
                candidate -> isBirth(patient, candidate) && candidate.sex().equals(patient.sex());
        // A branch number alone could be a slip of the pen: birth or sex must not speak against it both.
        Predicate<Candidate> isBranch = candidate -> !patient.card().branch().isEmpty()
                && candidate.numberKey().equals(patient.card().key())
                && (isBirth(patient, candidate) || candidate.sex().equals(patient.sex()));
        return only("BRANCH", household, isBranch.and(isInsured))
                .or(() -> only("BIRTH", household, isSame.and(isInsured)))
                // Notice of a loss comes late: insured at another time.
                .or(() -> only("EARLIER", household, isSame))
                .or(() -> only("NAME", household, isSame.and(candidate -> isKana(patient, candidate))))
                .or(() -> only("NAME", household, isSame.and(candidate -> isName(patient, candidate))))
                .orElse(Link.NONE);
    }

    private static boolean isBirth(Patient patient, Candidate candidate) {
        return patient.birth().filter(candidate.birth()::equals).isPresent();
    }

    private static boolean isKana(Patient patient, Candidate candidate) {
        return !patient.kana().isEmpty() && Names.key(candidate.kana()).equals(Names.key(patient.kana()));
    }

    private static boolean isName(Patient patient, Candidate candidate) {
        return !patient.name().isEmpty() && Names.key(candidate.name()).equals(Names.key(patient.name()));
    }

    private static Optional<Link> only(String match, Collection<Candidate> candidates, Predicate<Candidate> which) {
        var ids =
                candidates.stream().filter(which).map(Candidate::id).distinct().toList();
        return ids.size() == 1 ? Optional.of(new Link(match, ids.getFirst())) : Optional.empty();
    }
}
