package org.tsunagu.statistics.result;

/// How an interval was computed (区間の求め方); its text is in the messages.
public enum IntervalMethod {
    /// Byar's approximation of the Poisson limits.
    BYAR,
    /// Exact Poisson limits by χ² quantiles.
    EXACT_POISSON,
    /// Poisson limits with half of the probability of the count itself.
    MID_P,
    /// Normal, with the binomial standard error at the reference rates.
    BINOMIAL,
    /// Score interval of a share (Wilson).
    WILSON,
    /// Exact interval of a share by beta quantiles (Clopper–Pearson).
    CLOPPER_PEARSON,
    /// Dobson's interval of a directly standardised rate.
    DOBSON,
    /// Gamma interval of a directly standardised rate (Fay–Feuer).
    FAY_FEUER,
    /// Estimate and standard error, normal.
    NORMAL,
    /// Normal on the logarithmic scale.
    LOG_NORMAL,
    /// Student's t.
    STUDENT_T,
    /// Quantiles of the posterior gamma distribution.
    GAMMA_POSTERIOR,
    /// No chance at all: what masked cells leave possible.
    BOUNDS
}
