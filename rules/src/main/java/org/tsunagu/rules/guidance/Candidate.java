package org.tsunagu.rules.guidance;

import java.util.Optional;
import java.util.OptionalInt;
import org.tsunagu.rules.stratification.Level;

/// Someone who could be guided, as the criteria of priority see them (重点化の対象者).
///
/// @param key what the caller knows the person by; decides last among equals
/// @param age age reached in the fiscal year, years
/// @param lastYear what there was the year before; empty when there was no checkup
/// @param isWorse whether results are worse than the year before; empty when not known
/// @param unhealthyAnswers answers of the questionnaire that speak for a change of habits; empty without questionnaire
/// @param hasDoctorCaution whether the doctor asks for caution; empty when not known
public record Candidate(
        String key,
        int age,
        Level level,
        Optional<LastYear> lastYear,
        Optional<Boolean> isWorse,
        OptionalInt unhealthyAnswers,
        Optional<Boolean> hasDoctorCaution) {

    /// The year before (前年度).
    ///
    /// @param isStarted whether guidance was started
    public record LastYear(Level level, boolean isStarted) {}
}
