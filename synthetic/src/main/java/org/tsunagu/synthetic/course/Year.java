package org.tsunagu.synthetic.course;

import java.util.Optional;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.synthetic.checkups.Checkup;
import org.tsunagu.synthetic.people.Visit;

/// A member's state in one fiscal year (年度の状態).
///
/// @param visit the checkup the member went to, if any
/// @param checkup what it found, or would have found
record Year(FiscalYear year, Optional<Visit> visit, Checkup checkup) {}
