package org.tsunagu.app.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.app.reporting.Candidate.Answer;
import org.tsunagu.app.reporting.Candidate.Found;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.eligibility.Eligibility;
import org.tsunagu.rules.eligibility.Member;
import org.tsunagu.rules.eligibility.Standing;
import org.tsunagu.rules.metabolic.MetabolicCode;
import org.tsunagu.rules.stratification.Level;

/// What is missing about one member (個人ごとの不足), and whether it would change a rate: nothing changes twice.
final class Gaps {

    private static final String CHECKUP_RATE = "CHECKUP_RATE";

    private final Eligibility eligibility;

    Gaps(Eligibility eligibility) {
        this.eligibility = eligibility;
    }

    List<Gap> of(Candidate who, Member member, Standing standing, Optional<Found> result) {
        var gaps = new ArrayList<Gap>();
        var isMissed = standing.inDenominator().value()
                && result.filter(Found::isComplete).isEmpty();
        for (var found : who.results()) {
            if (!found.isSuperseded()) {
                result(found, member, standing, result, isMissed && !isCosting(gaps))
                        .ifPresent(gaps::add);
            }
        }
        if (isMissed && !isCosting(gaps)) {
            gaps.add(new Gap("NOT_EXAMINED", 0, 0, List.of(), CHECKUP_RATE, 1, 0));
        }
        if (standing.isAprilDecisive()) {
            gaps.add(Gap.without("APRIL_FIRST", 0, 0, List.of()));
        }
        result.filter(Found::isComplete).ifPresent(found -> complete(found, who, standing, gaps));
        return gaps;
    }

    private static boolean isCosting(List<Gap> gaps) {
        return gaps.stream().anyMatch(gap -> gap.above() > 0);
    }

    /// Why a result does not count; none for the one that does. What a former insurer handed over never will.
    private Optional<Gap> result(
            Found found, Member member, Standing standing, Optional<Found> counted, boolean isCosting) {
        if (!found.held().isEmpty()) {
            var isPossible = !found.held().equals("FORMER");
            return Optional.of(gap("HELD", found, List.of(found.held()), isCosting && isPossible));
        }
        var entitled = eligibility.examinationCounts(member, found.examDate());
        if (!entitled.value()) {
            var rows = entitled.reasons().stream()
                    .filter(reason -> reason.code() != ReasonCode.CONDITION_MET)
                    .map(reason -> reason.basis().row())
                    .toList();
            return Optional.of(gap("NOT_INSURED", found, rows, isCosting));
        }
        if (counted.filter(one -> one.checkupId() != found.checkupId()).isPresent()) {
            return Optional.of(Gap.without("OTHER_RESULT", found.checkupId(), found.documentId(), List.of()));
        }
        if (!found.isComplete() && !standing.target().value()) {
            // What is missing of people under 40, say, concerns no report: nobody is to be asked for it.
            return Optional.of(Gap.without("NOT_TARGET", found.checkupId(), found.documentId(), List.of()));
        }
        if (found.complete().isEmpty()) {
            return Optional.of(gap("NOT_JUDGED", found, List.of(), isCosting));
        }
        return found.isComplete()
                ? Optional.empty()
                : Optional.of(gap("INCOMPLETE", found, found.complete().get().missing(), isCosting));
    }

    private static Gap gap(String kind, Found found, List<String> detail, boolean isCosting) {
        return isCosting
                ? new Gap(kind, found.checkupId(), found.documentId(), detail, CHECKUP_RATE, 1, 0)
                : Gap.without(kind, found.checkupId(), found.documentId(), detail);
    }

    /// What is to be looked at in a result that counts, or would count if the person were a member all year.
    private static void complete(Found found, Candidate who, Standing standing, List<Gap> gaps) {
        if (!standing.target().value()) {
            gaps.add(Gap.without("NOT_TARGET", found.checkupId(), found.documentId(), List.of()));
        } else if (!standing.inDenominator().value()) {
            gaps.add(Gap.without("LEFT", found.checkupId(), found.documentId(), List.of()));
        } else {
            undetermined(found.level(), Level.UNDETERMINED.code(), "UNDETERMINED", "TARGET_RATE", found, gaps);
            undetermined(
                    found.metabolic(),
                    MetabolicCode.UNDETERMINED.code(),
                    "METABO_UNDETERMINED",
                    "METABO_RATE",
                    found,
                    gaps);
        }
        var conflicts = new ArrayList<String>();
        if (!found.documentSex().isEmpty() && !found.documentSex().equals(who.sex())) {
            conflicts.add("sex");
        }
        if (!found.documentBirth().isEmpty() && !found.documentBirth().equals(Dates.compact(who.birth()))) {
            conflicts.add("birth");
        }
        if (!conflicts.isEmpty()) {
            gaps.add(Gap.without("CONFLICT", found.checkupId(), found.documentId(), conflicts));
        }
    }

    private static void undetermined(
            Optional<Answer> answer, String code, String kind, String indicator, Found found, List<Gap> gaps) {
        answer.filter(one -> one.value().equals(code))
                .ifPresent(one ->
                        gaps.add(new Gap(kind, found.checkupId(), found.documentId(), one.missing(), indicator, 1, 0)));
    }
}
