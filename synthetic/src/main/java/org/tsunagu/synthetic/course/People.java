package org.tsunagu.synthetic.course;

import java.util.ArrayList;
import java.util.List;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.synthetic.checkups.Checkups;
import org.tsunagu.synthetic.checkups.Sheets;
import org.tsunagu.synthetic.people.Attendance;
import org.tsunagu.synthetic.people.Member;

/// What the checkups say about the members (健診からみた状態), the same as in the archives.
///
/// @param firstYear and `lastYear`: fiscal years with checkups
public record People(Attendance attendance, Checkups checkups, Sheets sheets, int firstYear, int lastYear) {

    private static final int GROWN_UP = 18;
    private static final int MONTHS_TO_OCTOBER = 6;

    /// The years of a member who is grown up.
    List<Year> years(Member member) {
        var years = new ArrayList<Year>();
        for (var number = firstYear; number <= lastYear; number++) {
            var year = new FiscalYear(number);
            var middle = year.firstDay().plusMonths(MONTHS_TO_OCTOBER);
            var isThere = !member.from().isAfter(year.lastDay()) && !member.to().isBefore(year.firstDay());
            if (isThere && Dates.age(member.birth(), middle) >= GROWN_UP) {
                var visit = attendance.visit(member, year);
                var checkup = visit.map(checkups::of)
                        .orElseGet(() -> checkups.of(member.id(), member.sex(), member.birth(), middle));
                years.add(new Year(year, visit, checkup));
            }
        }
        return years;
    }
}
