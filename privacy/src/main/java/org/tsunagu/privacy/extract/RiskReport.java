package org.tsunagu.privacy.extract;

import java.util.List;

/// How likely somebody in a file is found again (再特定リスク).
///
/// @param rows people in the file
/// @param classes groups of people who are alike in what others may know
/// @param smallest people in the smallest of them
/// @param uniques people who are alone in theirs
/// @param inSmall people in classes below k
/// @param prosecutor highest chance of a person who is known to be in the file
/// @param average the same on average over all
/// @param journalist highest chance when it is not known who is in the file; as `prosecutor` without a population
/// @param marketer share of the file that would be found by linking it with a list of the population
/// @param diversity of each sensitive column
public record RiskReport(
        int rows,
        int classes,
        int smallest,
        int uniques,
        int inSmall,
        double prosecutor,
        double average,
        double journalist,
        double marketer,
        List<Diversity> diversity) {

    /// How different people of one class are in a sensitive column (l-多様性).
    ///
    /// @param least fewest different values in a class
    /// @param same classes in which everybody has the same value: who is in one has told it
    public record Diversity(String column, int least, int same) {}
}
