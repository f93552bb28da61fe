package org.tsunagu.app.consent;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a member said about a use of data, and who wrote it down (同意の記録).
///
/// @param day on which the member said so
/// @param proxy who answered for the member; empty when the member did
/// @param wording which text the member was shown, by its name or date
public record Consent(
        long id,
        About about,
        Decision decision,
        LocalDate day,
        Asked asked,
        String proxy,
        String wording,
        String note,
        String staffName,
        OffsetDateTime at) {

    /// What is asked about.
    public enum About {
        /// Results of treatment used as a checkup (診療における検査データの活用).
        CLINICAL("CLINICAL_RESULTS", "TEST_RESULTS"),
        /// Results handed over by the former insurer (旧保険者からの引継ぎ).
        HANDOVER("FORMER_INSURER", "CHECKUP,GUIDANCE");

        private final String purpose;
        private final String classes;

        About(String purpose, String classes) {
            this.purpose = purpose;
            this.classes = classes;
        }

        String purpose() {
            return purpose;
        }

        Set<String> classes() {
            return Set.of(classes.split(","));
        }

        /// The kind of data that is taken on it.
        String taken() {
            return List.of(classes.split(",")).getFirst();
        }

        /// The question of the short form with a purpose; empty for other purposes.
        static Optional<About> of(String purpose) {
            return Stream.of(values())
                    .filter(about -> about.purpose.equals(purpose))
                    .findFirst();
        }
    }

    /// What was answered.
    public enum Decision {
        GIVEN,
        REFUSED,
        /// Given before, taken back now.
        WITHDRAWN
    }

    /// How the member was asked.
    public enum Asked {
        PAPER,
        IN_PERSON,
        PHONE,
        ONLINE,
        /// By the card at a visit.
        CARD,
        /// Written by the system itself: a consent has ended.
        SYSTEM;

        /// What staff can choose.
        public static final List<Asked> BY_STAFF = List.of(PAPER, IN_PERSON, PHONE, ONLINE);
    }
}
