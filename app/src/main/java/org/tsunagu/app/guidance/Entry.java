package org.tsunagu.app.guidance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tsunagu.rules.guidance.Circumstance;
import org.tsunagu.rules.guidance.Form;
import org.tsunagu.rules.guidance.Trigger;

/// What somebody records in a course (記録の内容), free of its form.
///
/// @param form how an interview was held
/// @param people how many took part
/// @param item code of a support in the table of points; empty for none
/// @param circumstances what takes the points from the support, or from what was measured
/// @param habits items of the habits that were kept at the final evaluation
/// @param attempts how often the final evaluation was tried in vain
/// @param isMore whether more support is planned after a final evaluation
/// @param goals keys of `goals.tsv`
/// @param plannedPoints total of the plan
public record Entry(
        Trigger trigger,
        LocalDate on,
        Optional<Form> form,
        OptionalInt minutes,
        OptionalInt people,
        String item,
        Set<Circumstance> circumstances,
        Optional<BigDecimal> waist,
        Optional<BigDecimal> weight,
        List<String> habits,
        OptionalInt attempts,
        boolean isMore,
        Optional<LocalDate> next,
        List<String> goals,
        OptionalInt plannedPoints,
        String words,
        String by) {

    /// Something that needs no more than its day and who did it.
    public static Entry of(Trigger trigger, LocalDate on, String by) {
        return new Entry(
                trigger,
                on,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                "",
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                false,
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                "",
                by);
    }
}
