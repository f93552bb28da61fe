package org.tsunagu.synthetic.course;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.tsunagu.synthetic.care.Facility;
import org.tsunagu.synthetic.care.Illness;

/// A stay in hospital (入院).
///
/// @param points of the whole stay, meals not included
public record Stay(
        Illness illness, Illness named, LocalDate admitted, LocalDate discharged, long points, Facility hospital) {

    /// Whether the patient lay in hospital in a month.
    public boolean touches(YearMonth month) {
        return !admitted.isAfter(month.atEndOfMonth()) && !discharged.isBefore(month.atDay(1));
    }

    /// First day in a month.
    public LocalDate from(YearMonth month) {
        return admitted.isBefore(month.atDay(1)) ? month.atDay(1) : admitted;
    }

    /// Last day in a month.
    public LocalDate to(YearMonth month) {
        return discharged.isAfter(month.atEndOfMonth()) ? month.atEndOfMonth() : discharged;
    }

    /// Days of care in a month.
    public int days(YearMonth month) {
        return (int) ChronoUnit.DAYS.between(from(month), to(month)) + 1;
    }

    /// Days of the whole stay.
    public int days() {
        return (int) ChronoUnit.DAYS.between(admitted, discharged) + 1;
    }

    /// Points of a month: by its days, the rest in the last month.
    public long points(YearMonth month) {
        var before = ChronoUnit.DAYS.between(admitted, from(month));
        var until = before + days(month);
        return points * until / days() - points * before / days();
    }
}
