package org.tsunagu.statistics.result;

/// What was estimated and by which method (指標と方法); its text is in the messages.
public enum Method {
    /// Share of persons.
    SHARE,
    /// Events per person-time.
    RATE,
    /// Mean of a measurement.
    MEAN,
    /// Mean with the age structure of a standard.
    ADJUSTED_MEAN,
    /// Directly standardised rate.
    DIRECT,
    /// Indirectly standardised ratio, 100 = as the reference.
    INDIRECT,
    /// Indirectly standardised rate.
    INDIRECT_RATE,
    /// Ratio of two directly standardised rates.
    RATIO_OF_RATES,
    /// Empirical Bayes ratio, 100 = as the reference.
    EMPIRICAL_BAYES
}
