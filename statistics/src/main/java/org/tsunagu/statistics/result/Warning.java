package org.tsunagu.statistics.result;

/// What a reader of a result must know (注意書き): a stable code whose text is in the messages of both
/// languages.
public enum Warning {
    /// Fewer events than a standardised rate needs: there is no estimate, only the crude numbers.
    FEW_EVENTS,
    /// Nobody is in a group of strata (for example a sex) that the standard has: there is no estimate.
    EMPTY_GROUP,
    /// Age bands without persons were joined with a neighbouring band.
    STRATA_COLLAPSED,
    /// Adjusted within 40 to 74 only.
    AGES_40_TO_74,
    /// The standard population is not confirmed.
    UNCONFIRMED_STANDARD,
    /// The reference gives no expected events: there is no ratio.
    NOTHING_EXPECTED,
    /// Ratios of different places can be compared with the reference only.
    COMPARE_WITH_REFERENCE_ONLY,
    /// Because of masked cells only bounds are known, no point.
    BOUNDS_ONLY,
    /// The prior group had too few places; the next larger one was used.
    PRIOR_GROUP_WIDENED,
    /// The places differ no more than by chance: all have the common ratio.
    NO_OVERDISPERSION,
    /// One person or none: there is no interval.
    TOO_FEW_PERSONS
}
