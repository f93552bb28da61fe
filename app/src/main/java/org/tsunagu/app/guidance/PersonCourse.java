package org.tsunagu.app.guidance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagu.rules.guidance.Course;
import org.tsunagu.rules.guidance.CourseKind;
import org.tsunagu.rules.stratification.Level;

/// A course of a person with all that was recorded (一人の特定保健指導).
///
/// @param waist cm at the checkup
/// @param weight kg at the checkup
/// @param holder who holds it
/// @param version what it was when it was read: one more with every record
/// @param records in the order in which they were recorded, with those that were corrected
public record PersonCourse(
        long id,
        long memberId,
        LocalDate checkupDay,
        int fiscalYear,
        Level level,
        CourseKind kind,
        Optional<BigDecimal> waist,
        Optional<BigDecimal> weight,
        Holder holder,
        int version,
        LocalDate openedOn,
        List<Recorded> records) {

    /// What counts: without what was corrected, and without what takes back.
    public List<Recorded> current() {
        var corrected = replaced();
        return records.stream()
                .filter(one -> !one.annuls() && !corrected.contains(one.id()))
                .toList();
    }

    /// Ids of the records that another has corrected or taken back.
    public Set<Long> replaced() {
        return records.stream().map(Recorded::corrects).collect(Collectors.toSet());
    }

    /// The course before anything happened.
    Course begun() {
        return Course.target(checkupDay, level, kind);
    }

    /// The name of whoever holds it; empty for the insurer itself.
    public String provider() {
        return holder.name();
    }

    /// The goals of the plan, the latest ones.
    public List<String> goals() {
        return current().stream()
                .filter(one -> !one.goals().isEmpty())
                .reduce((early, late) -> late)
                .map(Recorded::goals)
                .orElse(List.of());
    }

    PersonCourse with(List<Recorded> others) {
        return new PersonCourse(
                id, memberId, checkupDay, fiscalYear, level, kind, waist, weight, holder, version, openedOn, others);
    }
}
