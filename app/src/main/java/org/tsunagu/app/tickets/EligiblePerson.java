package org.tsunagu.app.tickets;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.rules.eligibility.Member;
import org.tsunagu.rules.eligibility.Standing;

/// How a member stands in the list of a year (対象者名簿の1人).
///
/// @param person birth, times of membership and exclusions that count
/// @param lastExamDay the last day on which an examination counts
public record EligiblePerson(
        long memberId, String name, String kana, Member person, Standing standing, Part part, LocalDate lastExamDay) {

    /// What becomes of them in the year (年度内の異動).
    public enum Part {
        /// A target for the whole year.
        TARGET,
        /// A target on 1 April who has left, or was away in between.
        LEFT,
        /// A target who turns 75 within the year.
        TURNS_75,
        /// Excluded, with evidence.
        EXCLUDED,
        /// Joined after 1 April: no target of this year.
        JOINED,
        /// Born on 1 April: a target only by the other way of counting ages (年齢の数え方の設定).
        OTHER_COUNT;

        /// Whether the insurer has to offer them the checkup.
        public boolean isTarget() {
            return this != EXCLUDED && this != JOINED && this != OTHER_COUNT;
        }
    }

    /// A list is only as sure as the rows it stands on.
    public Certainty certainty() {
        return Stream.of(
                        Optional.of(standing.target().certainty()),
                        standing.exclusion().map(row -> row.basis().certainty()))
                .flatMap(Optional::stream)
                .max(java.util.Comparator.naturalOrder())
                .orElseThrow();
    }
}
