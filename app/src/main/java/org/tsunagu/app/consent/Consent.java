package org.tsunagu.app.consent;

import java.time.LocalDate;
import java.time.OffsetDateTime;

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
        CLINICAL,
        /// Results handed over by the former insurer (旧保険者からの引継ぎ).
        HANDOVER
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
        ONLINE
    }
}
