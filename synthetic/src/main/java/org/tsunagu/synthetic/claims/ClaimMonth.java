package org.tsunagu.synthetic.claims;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.synthetic.course.Bands;
import org.tsunagu.synthetic.course.Course;
import org.tsunagu.synthetic.course.PlantedClaim;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Draw;

/// What is claimed in one month (請求月): the care of the month before, what was forgotten then, and what
/// had been sent back two months ago.
final class ClaimMonth {

    /// Months from care to the claim, to the forgotten claim, and to the claim that comes again.
    private static final int NEXT = 1;

    private static final int LATE = 2;
    private static final int AGAIN = 3;
    private static final int MIDDLE = 15;

    private final long seed;
    private final CareMonths care;
    private final Span span;
    private final Rows rows;
    private final Assumptions assumptions;
    private final Tally tally = new Tally();
    private final List<PlantedClaim> planted = new ArrayList<>();

    ClaimMonth(long seed, CareMonths care, Span span, Rows rows, Assumptions assumptions) {
        this.seed = seed;
        this.care = care;
        this.span = span;
        this.rows = rows;
        this.assumptions = assumptions;
    }

    /// Where claims go (書き出し先).
    ///
    /// @param provider for files as providers send them; empty when only insurers' files are wanted
    record Sink(InsurerFiles insurer, Optional<ProviderFiles> provider) {}

    /// Writes the claims of everybody.
    ///
    /// @param month of the claim, by the calendar
    void write(List<Course> courses, int month, Sink sink) throws IOException {
        for (var course : courses) {
            if (span.has(month - NEXT)) {
                current(course, month - NEXT, sink);
            }
            if (span.has(month - LATE) && isLate(course, month - LATE)) {
                var care = this.care.of(course, month - LATE);
                for (var i = 0; i < care.size(); i++) {
                    put(care.get(i), month - LATE, fate(care.get(i), month - LATE, i), sink);
                }
            }
            if (span.has(month - AGAIN) && isReturned(course, month - AGAIN)) {
                var care = this.care.of(course, month - AGAIN);
                if (!care.isEmpty()) {
                    put(care.getFirst(), month - AGAIN, Fate.RESENT, sink);
                }
            }
        }
    }

    private void current(Course course, int month, Sink sink) throws IOException {
        var at = span.calendar().at(month);
        var member = course.member();
        if (member.isInsuredOn(at.atDay(MIDDLE))) {
            tally.person(Bands.of(member.birth(), at.atEndOfMonth()));
        }
        var claims = care.of(course, month);
        if (!claims.isEmpty()) {
            tally.seen(FiscalYear.containing(at.atDay(1)).year(), member.id());
        }
        if (isLate(course, month)) {
            return;
        }
        var isReturned = isReturned(course, month);
        for (var i = 0; i < claims.size(); i++) {
            put(claims.get(i), month, isReturned && i == 0 ? Fate.RETURNED : fate(claims.get(i), month, i), sink);
        }
    }

    private boolean isLate(Course course, int month) {
        return chance("late", course, month);
    }

    private boolean isReturned(Course course, int month) {
        return !isLate(course, month) && chance("returned", course, month);
    }

    private boolean chance(String what, Course course, int month) {
        return Draw.of(seed, what, course.member().id(), month).chance(assumptions.get(what));
    }

    private Fate fate(Receipt receipt, int month, int index) {
        if (receipt.kind() != Kind.MEDICAL || receipt.payer().isPresent()) {
            return Fate.PAID;
        }
        var draw = Draw.of(seed, "review", receipt.member().id(), month, index);
        if (!draw.chance(assumptions.get("reduced"))) {
            return Fate.PAID;
        }
        return draw.chance(assumptions.get("broken")) ? Fate.BROKEN : Fate.REDUCED;
    }

    private void put(Receipt receipt, int month, Fate fate, Sink sink) throws IOException {
        var written = rows.of(receipt);
        var cut = sink.insurer().add(receipt, written, fate);
        if (sink.provider().isPresent()) {
            sink.provider().get().add(receipt, written);
        }
        if (fate == Fate.RETURNED) {
            tally.returned();
            plant(PlantedClaim.Kind.RETURNED, receipt, "");
        } else {
            var end = span.calendar().at(month).atEndOfMonth();
            tally.add(receipt, Bands.of(receipt.member().birth(), end), cut);
        }
        if (fate == Fate.BROKEN) {
            plant(PlantedClaim.Kind.BROKEN_CORRECTION, receipt, "");
        }
        if (cut > 0) {
            plant(PlantedClaim.Kind.REDUCED, receipt, Long.toString(cut));
        }
    }

    private void plant(PlantedClaim.Kind kind, Receipt receipt, String detail) {
        planted.add(new PlantedClaim(
                kind,
                receipt.member().id(),
                receipt.kind().tag(),
                receipt.month().toString(),
                "",
                detail));
    }

    Tally tally() {
        return tally;
    }

    List<PlantedClaim> planted() {
        return planted;
    }
}
