package org.tsunagu.synthetic.claims;

import java.util.ArrayList;
import java.util.List;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.synthetic.course.Course;
import org.tsunagu.synthetic.course.PlantedClaim;
import org.tsunagu.synthetic.people.Attendance;

/// Who was insured through whole fiscal years and had neither a checkup nor care (健康状態不明): the
/// planted ones, and those to whom it happened.
final class Unseen {

    private final Attendance attendance;
    private final int firstYear;
    private final int lastYear;

    Unseen(Attendance attendance, int firstYear, int lastYear) {
        this.attendance = attendance;
        this.firstYear = firstYear;
        this.lastYear = lastYear;
    }

    List<PlantedClaim> of(List<Course> courses, Tally tally) {
        var found = new ArrayList<PlantedClaim>();
        for (var course : courses) {
            var begin = 0;
            for (var year = firstYear; year <= lastYear + 1; year++) {
                var isUnknown = year <= lastYear && isUnknown(course, new FiscalYear(year), tally);
                if (isUnknown && begin == 0) {
                    begin = year;
                } else if (!isUnknown && begin > 0) {
                    found.add(one(course, new FiscalYear(begin), new FiscalYear(year - 1)));
                    begin = 0;
                }
            }
        }
        return found;
    }

    private boolean isUnknown(Course course, FiscalYear year, Tally tally) {
        var member = course.member();
        return member.isInsuredOn(year.firstDay())
                && member.isInsuredOn(year.lastDay())
                && !tally.isSeen(year.year(), member.id())
                && attendance.visit(member, year).isEmpty();
    }

    private static PlantedClaim one(Course course, FiscalYear first, FiscalYear last) {
        return new PlantedClaim(
                PlantedClaim.Kind.NO_STATUS,
                course.member().id(),
                "",
                first.firstDay().toString(),
                last.lastDay().toString(),
                course.isUnseen() ? "planted" : "");
    }
}
