package org.tsunagu.app.guidance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.checkups.Checkup;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.checkups.Verdict;
import org.tsunagu.app.guidance.ReceivedGuidance.Said;
import org.tsunagu.app.intake.DocumentsMatched.Matched;
import org.tsunagu.app.intake.Origins;
import org.tsunagu.app.membership.Members;
import org.tsunagu.checkupformat.document.GuidanceCourse;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.rules.stratification.Level;

/// Finds the course that a document belongs to, or opens it (文書の経過の特定), within the transaction of the caller.
@Component
class Placing {

    private final CourseStore store;
    private final Openings openings;
    private final Checkups checkups;
    private final Members members;
    private final Origins origins;

    Placing(CourseStore store, Openings openings, Checkups checkups, Members members, Origins origins) {
        this.store = store;
        this.openings = openings;
        this.checkups = checkups;
        this.members = members;
        this.origins = origins;
    }

    /// Where a document belongs.
    ///
    /// @param courseId 0 for nowhere
    /// @param why nothing is found
    record Place(long courseId, List<Difference> why) {

        private static Place nowhere(String code, Object... values) {
            return new Place(0, List.of(Difference.of(code, values)));
        }
    }

    Place of(InsurerId insurer, Matched<GuidanceDocument> one, GuidanceCourse said) {
        var other = Optional.ofNullable(origins.of(List.of(one.documentId())).get(one.documentId()))
                .map(Origins.From::otherInsurer)
                .orElse("");
        if (!other.isEmpty()) {
            return Place.nowhere(Difference.OTHER_INSURER, other);
        }
        var days = Said.days(said).distinct().toList();
        if (days.isEmpty()) {
            return Place.nowhere(Difference.NOTHING_DONE);
        }
        var courses = store.of(List.of(one.memberId()));
        return said.checkupDay()
                .map(day -> courses.stream()
                        .filter(course -> course.checkupDay().equals(day))
                        .findFirst()
                        .map(course -> new Place(course.id(), List.of()))
                        .orElseGet(() -> opened(insurer, one, day, days)))
                .orElseGet(() -> latest(courses, days));
    }

    /// A final report need not name the checkup: it belongs to the latest course that had been begun by then, for a
    /// newer checkup may have opened another one meanwhile; else to the latest course before it.
    private static Place latest(List<PersonCourse> courses, List<LocalDate> days) {
        var before = courses.stream()
                .filter(course -> days.stream().noneMatch(course.checkupDay()::isAfter))
                .toList();
        return before.stream()
                .filter(course -> Running.of(course)
                        .course()
                        .firstInterviewDay()
                        .filter(first -> days.stream().noneMatch(first::isAfter))
                        .isPresent())
                .reduce((early, late) -> late)
                .or(() -> before.stream().reduce((early, late) -> late))
                .map(course -> new Place(course.id(), List.of()))
                .orElseGet(() -> Place.nowhere(Difference.NO_COURSE));
    }

    private Place opened(InsurerId insurer, Matched<GuidanceDocument> one, LocalDate day, List<LocalDate> days) {
        var results = checkups.ofAll(List.of(one.memberId())).getOrDefault(one.memberId(), List.of()).stream()
                .filter(checkup -> checkup.examDate().equals(day))
                .collect(Collectors.toMap(Checkup::id, checkup -> checkup));
        if (results.isEmpty()) {
            return Place.nowhere(Difference.NO_CHECKUP, day);
        }
        var uninsured = members.notCovered(
                days.stream().map(of -> new Members.OnDay(one.memberId(), of)).toList());
        if (uninsured.size() == days.size()) {
            return new Place(
                    0,
                    days.stream()
                            .map(of -> Difference.of(Difference.NOT_INSURED, of))
                            .toList());
        }
        var levels = checkups.answers(Verdict.Question.STRATIFICATION, results.keySet());
        var by = by(one.document());
        for (var checkup : results.values()) {
            var level =
                    Optional.ofNullable(levels.get(checkup.id())).map(Level::of).orElse(Level.UNDETERMINED);
            var course =
                    openings.told(insurer, checkup, level, Holder.named(by), Writing.Author.document(one.documentId()));
            if (course.isPresent()) {
                return new Place(course.get(), List.of());
            }
        }
        return Place.nowhere(Difference.NO_TARGET, day);
    }

    /// Who sent a document: the name of the facility, or its number.
    static String by(GuidanceDocument document) {
        var facility = document.header().performer();
        var name = facility.name().text().isBlank()
                ? facility.number().text()
                : facility.name().text();
        return name.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
