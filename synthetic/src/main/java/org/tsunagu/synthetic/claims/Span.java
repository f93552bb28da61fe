package org.tsunagu.synthetic.claims;

import org.tsunagu.synthetic.course.Calendar;

/// The care months that are written (書き出す診療年月), all of a calendar or its last ones.
///
/// @param from first month
record Span(Calendar calendar, int from) {

    boolean has(int month) {
        return from <= month && month < calendar.months();
    }
}
