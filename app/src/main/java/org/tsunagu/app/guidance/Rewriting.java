package org.tsunagu.app.guidance;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagu.app.guidance.Writing.Written;
import org.tsunagu.rules.guidance.Event;
import org.tsunagu.rules.guidance.Support;
import org.tsunagu.rules.guidance.Trigger;

/// What has to be written so that a course says what a document says (文書による記録の差分): nothing that is there already, from
/// the document, from another or from staff.
///
/// @param outdated records of the document that it no longer says
/// @param fresh what is to be written, in the order of the document
/// @param found what another record says otherwise about the same
record Rewriting(List<Recorded> outdated, List<Written> fresh, List<Difference> found) {

    /// Compares.
    ///
    /// @param wanted what the document says now
    static Rewriting of(PersonCourse course, long documentId, List<Written> wanted) {
        var current = course.current();
        var own = new ArrayList<>(ownOf(course, documentId));
        var others = new ArrayList<>(
                current.stream().filter(one -> one.documentId() != documentId).toList());
        var fresh = new ArrayList<Written>();
        var found = new ArrayList<Difference>();
        for (var one : wanted) {
            var same = own.stream().filter(mine -> isSame(mine, one)).findFirst();
            var other = others.stream()
                    .filter(there -> isAbout(there.event(), one.event()))
                    .findFirst();
            if (same.isPresent()) {
                own.remove(same.get());
            } else if (other.isPresent()) {
                others.remove(other.get());
                measured(other.get(), one).ifPresent(found::add);
            } else {
                fresh.add(one);
            }
        }
        own.retainAll(current);
        return new Rewriting(List.copyOf(own), List.copyOf(fresh), List.copyOf(found));
    }

    /// What a document has written and has not taken back itself: what somebody else has corrected stays corrected.
    private static List<Recorded> ownOf(PersonCourse course, long documentId) {
        var takenBack = course.records().stream()
                .filter(one -> one.documentId() == documentId && one.annuls())
                .map(Recorded::corrects)
                .toList();
        return course.records().stream()
                .filter(one -> one.documentId() == documentId && !one.annuls() && !takenBack.contains(one.id()))
                .toList();
    }

    /// A course without what a document has written.
    static PersonCourse without(PersonCourse course, long documentId) {
        return course.with(course.records().stream()
                .filter(one -> one.documentId() != documentId)
                .toList());
    }

    private static boolean isSame(Recorded record, Written written) {
        return record.event().equals(written.event())
                && record.waist().equals(written.waist())
                && record.weight().equals(written.weight())
                && record.goals().equals(written.goals())
                && record.by().equals(written.by());
    }

    /// Whether two events are the same contact: kind, day, and of supports the item. The second part of an interview is
    /// the interview.
    private static boolean isAbout(Event one, Event other) {
        return kind(one).equals(kind(other))
                && one.on().equals(other.on())
                && (one.trigger() != Trigger.SUPPORT || items(one).equals(items(other)));
    }

    private static Trigger kind(Event event) {
        return event.trigger() == Trigger.SECOND_PART ? Trigger.FIRST_INTERVIEW : event.trigger();
    }

    private static List<String> items(Event event) {
        return event.supports().stream().map(Support::item).sorted().toList();
    }

    private static Optional<Difference> measured(Recorded there, Written told) {
        var isSame = (told.waist().isEmpty() && told.weight().isEmpty())
                || Stream.of(there.waist(), there.weight())
                        .map(Rewriting::plain)
                        .toList()
                        .equals(Stream.of(told.waist(), told.weight())
                                .map(Rewriting::plain)
                                .toList());
        return isSame
                ? Optional.empty()
                : Optional.of(Difference.of(
                        Difference.MEASURED,
                        plain(told.waist()),
                        plain(told.weight()),
                        plain(there.waist()),
                        plain(there.weight())));
    }

    private static String plain(Optional<java.math.BigDecimal> number) {
        return number.map(one -> one.stripTrailingZeros().toPlainString()).orElse("");
    }

    /// The same with what a first interview presupposes and no document tells: that the person had a ticket
    /// and applied.
    ///
    /// @param course without what the document itself has written
    static List<Written> withPresupposed(PersonCourse course, List<Written> wanted) {
        var interview = wanted.stream()
                .filter(one -> one.event().trigger() == Trigger.FIRST_INTERVIEW)
                .findFirst();
        if (interview.isEmpty()
                || course.current().stream()
                        .anyMatch(one -> isAbout(one.event(), interview.get().event()))) {
            return wanted;
        }
        var applied = presupposed(Trigger.APPLY, interview.get());
        return Stream.of(
                        List.<Written>of(),
                        List.of(applied),
                        List.of(presupposed(Trigger.ISSUE_TICKET, interview.get()), applied))
                .map(before -> Stream.concat(before.stream(), wanted.stream()).toList())
                .filter(all -> isTaken(course, all.subList(0, all.indexOf(interview.get()) + 1)))
                .findFirst()
                .orElse(wanted);
    }

    private static Written presupposed(Trigger trigger, Written interview) {
        var event = Event.of(trigger, interview.event().on());
        return new Written(event, Optional.empty(), Optional.empty(), List.of(), "", interview.by(), false);
    }

    /// Whether the rules take the last of some events on top of a course.
    private static boolean isTaken(PersonCourse course, List<Written> more) {
        var all = new ArrayList<>(course.records());
        var id = Long.MAX_VALUE - more.size();
        for (var one : more) {
            id++;
            all.add(new Recorded(
                    id,
                    one.event(),
                    one.waist(),
                    one.weight(),
                    one.goals(),
                    "",
                    one.by(),
                    0,
                    false,
                    Recorded.DOCUMENT,
                    "",
                    OffsetDateTime.MIN,
                    0));
        }
        return !Running.of(course.with(all)).refused().containsKey(id);
    }
}
