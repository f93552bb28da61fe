package org.tsunagu.checkupformat.problems;

import java.time.LocalDate;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.codes.facility.FacilityNumber;
import org.tsunagu.codes.item.Answers;
import org.tsunagu.codes.time.Dates;

/// The checks of the header itself (ヘッダ部のチェック): CHK-HDR-001 to 003, 014, 016, 017 and CHK-XML-024, 025.
final class HeaderChecks {

    private static final String TYPE_ROOT = "2.16.840.1.113883.1.3";
    private static final String TYPE_EXTENSION = "POCD_HD000040";
    private static final String CATEGORIES = "1.2.392.200119.6.1001";
    private static final String PROGRAMMES = "1.2.392.200119.6.1002";
    private static final String GUIDANCE_PROGRAMME = "100";
    private static final String TO_THE_STATE = "30";
    private static final int DATE_DIGITS = 8;

    private final ReceptionContext context;
    private final Answers answers = Answers.shipped();

    HeaderChecks(ReceptionContext context) {
        this.context = context;
    }

    void check(Subject subject) {
        var header = subject.header();
        if (!header.typeIdRoot().text().equals(TYPE_ROOT)
                || !header.typeIdExtension().text().equals(TYPE_EXTENSION)) {
            var actual =
                    header.typeIdRoot().text() + " " + header.typeIdExtension().text();
            subject.findings().field("CHK-HDR-001", header.typeIdRoot(), "actual", Shape.orDash(actual.strip()));
        }
        category(subject);
        programme(subject);
        serviceDate(subject);
        if (created(header.created(), "effectiveTime", subject)
                && !header.authorTime().isEmpty()) {
            created(header.authorTime(), "author/time", subject);
        }
        performer(subject);
    }

    private void category(Subject subject) {
        var category = subject.header().category();
        var system = subject.header().categorySystem();
        if (!system.isEmpty() && !system.text().equals(CATEGORIES)) {
            subject.report("CHK-HDR-002", system);
        } else if (answers.find(CATEGORIES, category.text()).isEmpty()) {
            subject.report("CHK-HDR-002", category);
        } else if (!kindFits(subject)) {
            subject.report("CHK-XML-025", category);
        }
    }

    /// Whether category, content and the letter of a regular file name speak of the same kind of document.
    private static boolean kindFits(Subject subject) {
        var forGuidance = isForGuidance(subject);
        var letter = FileName.letter(subject.findings().place());
        return forGuidance == subject.isGuidance() && (letter == ' ' || forGuidance == (letter == 'g'));
    }

    private static boolean isForGuidance(Subject subject) {
        return switch (subject.category()) {
            case "21", "22", "23", "24", "25" -> true;
            case TO_THE_STATE -> subject.programme().equals(GUIDANCE_PROGRAMME);
            default -> false;
        };
    }

    private void programme(Subject subject) {
        var programme = subject.header().programme();
        var known = answers.find(PROGRAMMES, programme.text()).isPresent();
        if (!known || (subject.isGuidance() && !programme.text().equals(GUIDANCE_PROGRAMME))) {
            subject.report("CHK-HDR-014", programme);
        }
    }

    private void serviceDate(Subject subject) {
        var field = subject.header().examDate();
        var date = subject.date(field, "serviceEvent/effectiveTime");
        var missing = field.isEmpty();
        if (!subject.isGuidance()
                && (missing || (date.isPresent() && subject.serviceDay().isEmpty()))) {
            subject.report("CHK-HDR-016", field);
        }
    }

    /// Checks a date of creation.
    ///
    /// @return whether there is nothing to say about this date
    private boolean created(Field field, String name, Subject subject) {
        var date = Dates.compact(field.text());
        if (date.isPresent()) {
            return isInOrder(date.get(), field, subject);
        }
        if (Digits.only(field.text(), DATE_DIGITS)) {
            subject.unreal(field, name);
        } else {
            subject.report("CHK-HDR-003", field);
        }
        return false;
    }

    private boolean isInOrder(LocalDate created, Field field, Subject subject) {
        var tooEarly = subject.serviceDay().filter(created::isBefore).isPresent();
        if (tooEarly || created.isAfter(context.receivedOn())) {
            subject.report("CHK-HDR-003", field);
            return false;
        }
        return true;
    }

    private void performer(Subject subject) {
        var field = subject.header().performer().number();
        var holds = FacilityNumber.of(field.text())
                .filter(number -> !context.checkDigits() || number.checkDigitHolds())
                .isPresent();
        if (!holds) {
            subject.report("CHK-HDR-017", field);
        }
    }
}
