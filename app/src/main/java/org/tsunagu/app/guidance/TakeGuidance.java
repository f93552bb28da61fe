package org.tsunagu.app.guidance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.guidance.ReceivedGuidance.Said;
import org.tsunagu.app.guidance.ReceivedGuidance.State;
import org.tsunagu.app.guidance.Writing.Written;
import org.tsunagu.app.intake.DeliveryRefused;
import org.tsunagu.app.intake.DocumentsMatched;
import org.tsunagu.app.intake.DocumentsMatched.Matched;
import org.tsunagu.app.intake.Sources;
import org.tsunagu.app.membership.Members;
import org.tsunagu.checkupformat.document.GuidanceCourse;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.rules.guidance.Trigger;

/// Makes received documents about guidance courses (特定保健指導の文書の取り込み), in the transaction that made their people
/// known. What has happened outside is written whether it should have or not; what keeps a document waiting
/// or disagrees is kept beside it.
@Component
class TakeGuidance {

    private static final String EQUIVALENT = "3";
    /// What is done first comes first, whatever the order in the archive.
    private static final Comparator<Matched<GuidanceDocument>> ORDER =
            Comparator.<Matched<GuidanceDocument>, LocalDate>comparing(
                            one -> one.document().header().examDay().orElse(LocalDate.MAX))
                    .thenComparingLong(one -> one.documentId());

    private final CourseStore store;
    private final ReceivedRows rows;
    private final Placing placing;
    private final Writing writing;
    private final Repeats repeats;
    private final Members members;
    private final Sources sources;
    private final Clock clock;

    TakeGuidance(
            CourseStore store,
            ReceivedRows rows,
            Placing placing,
            Writing writing,
            Repeats repeats,
            Members members,
            Sources sources,
            Clock clock) {
        this.store = store;
        this.rows = rows;
        this.placing = placing;
        this.writing = writing;
        this.repeats = repeats;
        this.members = members;
        this.sources = sources;
        this.clock = clock;
    }

    /// New documents, and those that have waited for what came now: results, or the course of another document.
    @EventListener
    void on(DocumentsMatched event) {
        var fresh = event.guidance();
        var isNew = fresh.stream().map(one -> one.documentId()).toList();
        var people = event.documents().stream().map(one -> one.memberId()).toList();
        var waiting = rows.waiting(people).stream()
                .filter(row -> !isNew.contains(row.documentId()))
                .toList();
        if (fresh.isEmpty() && waiting.isEmpty()) {
            return;
        }
        var concerned = new TreeSet<Long>();
        fresh.forEach(one -> concerned.add(one.memberId()));
        waiting.forEach(row -> concerned.add(row.memberId()));
        store.lock(concerned);
        var touched = new TreeSet<>(take(event.insurer(), fresh));
        touched.addAll(take(event.insurer(), again(ids(waiting))));
        take(event.insurer(), again(touched));
    }

    /// What another document had said before is now said by none, unless it is read again.
    @EventListener
    void on(DeliveryRefused event) {
        var refused = rows.of(event.documentIds());
        if (refused.isEmpty()) {
            return;
        }
        store.lock(refused.stream().map(ReceivedGuidance::memberId).toList());
        var courses = new TreeSet<Long>();
        for (var row : refused) {
            rows.withdraw(row.documentId());
            if (row.courseId() != 0) {
                leave(event.insurer(), row.courseId(), row.documentId());
                courses.add(row.courseId());
            }
        }
        take(event.insurer(), again(ids(rows.taken(courses))));
    }

    private static List<Long> ids(List<ReceivedGuidance> rows) {
        return rows.stream().map(ReceivedGuidance::documentId).toList();
    }

    private List<Matched<GuidanceDocument>> again(Collection<Long> documentIds) {
        var read = new ArrayList<Matched<GuidanceDocument>>();
        if (!documentIds.isEmpty()) {
            sources.guidance(
                    documentIds,
                    (document, guidance) -> read.add(new Matched<>(document.id(), document.memberId(), guidance)));
        }
        return read;
    }

    /// Takes documents.
    ///
    /// @return other documents that mean something else now
    private List<Long> take(InsurerId insurer, List<Matched<GuidanceDocument>> documents) {
        return documents.stream()
                .sorted(ORDER)
                .flatMap(one -> take(insurer, one).stream())
                .toList();
    }

    private List<Long> take(InsurerId insurer, Matched<GuidanceDocument> one) {
        var said = GuidanceCourse.of(one.document());
        var place = placing.of(insurer, one, said);
        rows.find(one.documentId())
                .filter(before -> before.courseId() != 0 && before.courseId() != place.courseId())
                .ifPresent(before -> leave(insurer, before.courseId(), one.documentId()));
        if (place.courseId() == 0) {
            rows.put(insurer, row(one, said, place, State.WAITING, place.why()));
            return List.of();
        }
        var course = store.find(place.courseId()).orElseThrow();
        var found = write(insurer, course, one, said);
        rows.put(insurer, row(one, said, place, State.TAKEN, found));
        var now = writing.settled(insurer, course.id());
        return now.goals().equals(course.goals())
                ? List.of()
                : ids(rows.taken(List.of(course.id()))).stream()
                        .filter(id -> id != one.documentId())
                        .toList();
    }

    private static ReceivedGuidance row(
            Matched<GuidanceDocument> one,
            GuidanceCourse said,
            Placing.Place place,
            State state,
            List<Difference> found) {
        return new ReceivedGuidance(
                one.documentId(), one.memberId(), place.courseId(), state, Said.of(said), found, found);
    }

    /// Writes what is not there yet.
    ///
    /// @return what was found while doing so
    private List<Difference> write(
            InsurerId insurer, PersonCourse course, Matched<GuidanceDocument> one, GuidanceCourse said) {
        var others = Rewriting.without(course, one.documentId());
        var isRepeat = said.level().equals(EQUIVALENT) && repeats.of(course).value();
        var told = DocumentEvents.of(said, others, Placing.by(one.document()), isRepeat);
        var found = new ArrayList<>(told.found());
        var insured = insured(course.memberId(), told.events(), found);
        var wanted = Rewriting.withPresupposed(others, insured);
        var rewriting = Rewriting.of(course, one.documentId(), wanted);
        found.addAll(rewriting.found());
        found.addAll(another(course, wanted));
        for (var outdated : rewriting.outdated()) {
            insert(
                    insurer,
                    course,
                    outdated.id(),
                    Written.of(outdated.event(), "").taking(),
                    one.documentId());
        }
        rewriting.fresh().forEach(written -> insert(insurer, course, 0, written, one.documentId()));
        return found;
    }

    private List<Written> insured(long memberId, List<Written> told, List<Difference> found) {
        var uninsured = members.notCovered(told.stream()
                .map(written -> new Members.OnDay(memberId, written.event().on()))
                .toList());
        return told.stream()
                .filter(written -> {
                    var day = new Members.OnDay(memberId, written.event().on());
                    if (uninsured.contains(day)) {
                        found.add(Difference.of(Difference.NOT_INSURED, day.day()));
                    }
                    return !uninsured.contains(day);
                })
                .toList();
    }

    /// Other courses of the person that are running while this one begins.
    private List<Difference> another(PersonCourse course, List<Written> wanted) {
        var begins = wanted.stream()
                .map(written -> written.event().trigger())
                .anyMatch(trigger -> trigger == Trigger.FIRST_INTERVIEW || trigger == Trigger.FIRST_PART);
        var today = LocalDate.now(clock);
        return store.of(List.of(course.memberId())).stream()
                .filter(other -> begins && other.id() != course.id())
                .filter(other -> Running.RULES.isRunning(Running.of(other).on(today)))
                .map(other -> Difference.of(Difference.ANOTHER_COURSE, other.checkupDay()))
                .toList();
    }

    /// Takes back everything that a document has written in a course.
    private void leave(InsurerId insurer, long courseId, long documentId) {
        var course = store.find(courseId).orElseThrow();
        for (var outdated : Rewriting.of(course, documentId, List.of()).outdated()) {
            insert(
                    insurer,
                    course,
                    outdated.id(),
                    Written.of(outdated.event(), "").taking(),
                    documentId);
        }
        writing.settled(insurer, courseId);
    }

    private void insert(InsurerId insurer, PersonCourse course, long corrects, Written written, long documentId) {
        writing.insert(
                insurer,
                course,
                new Recording.At(course.id(), course.version(), corrects, Recording.NO_KEY),
                written,
                Writing.Author.document(documentId));
    }
}
