package org.tsunagu.checkupformat.problems;

import java.time.LocalDate;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.codes.insurer.CheckDigit;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.codes.time.FiscalYear;

/// The checks of the person in the header (受診者情報のチェック): CHK-HDR-004, 006 to 010, 018, 020, 021. Findings show the
/// outline of what may identify a person, never the text.
final class PersonChecks {

    private static final int INSURER_DIGITS = 8;
    private static final int BRANCH_DIGITS = 2;
    private static final String SPECIFIC = "10";
    private static final String SPECIFIC_PROGRAMME = "010";
    private static final String SEX_SYSTEM = "1.2.392.200119.6.1104";

    private final Limits limits = Limits.shipped();
    private final int ageHighest = limits.integer("age_highest");
    private final int targetLowest = limits.integer("target_age_lowest");
    private final int targetHighest = limits.integer("target_age_highest");
    private final int transfer = limits.integer("age_of_transfer");
    private final Identifiers identifiers = new Identifiers();
    private final AddressChecks addresses = new AddressChecks();
    private final ReceptionContext context;

    PersonChecks(ReceptionContext context) {
        this.context = context;
    }

    /// Checks the person.
    ///
    /// @return whether the insurer number can be relied on
    boolean check(Subject subject) {
        var patient = subject.header().patient();
        identifiers(subject);
        if (!identifiers.isName(patient.name().text())) {
            subject.reportOutline("CHK-HDR-008", patient.name());
        }
        addresses.check(subject);
        if (Sex.of(patient.sex().text()).isEmpty() || !isSexSystem(patient.sexSystem())) {
            var system = isSexSystem(patient.sexSystem())
                    ? ""
                    : " " + patient.sexSystem().text();
            subject.findings()
                    .field(
                            "CHK-HDR-021",
                            patient.sex(),
                            "actual",
                            Shape.orDash(patient.sex().text()) + system);
        }
        birth(subject);
        return insurer(subject);
    }

    private static boolean isSexSystem(Field system) {
        return system.text().equals(SEX_SYSTEM);
    }

    private boolean insurer(Subject subject) {
        var field = subject.header().patient().insurerNumber();
        if (field.isEmpty() && !subject.isGuidance() && !subject.category().equals(SPECIFIC)) {
            return false;
        }
        var holds =
                Digits.only(field.text(), INSURER_DIGITS) && (!context.checkDigits() || CheckDigit.holds(field.text()));
        if (!holds) {
            subject.report("CHK-HDR-004", field);
        }
        return holds;
    }

    private void identifiers(Subject subject) {
        var patient = subject.header().patient();
        var branch = patient.branch();
        var orphan = !branch.isEmpty() && patient.number().isEmpty();
        if (branch.isThere() && (orphan || !Digits.only(branch.text(), BRANCH_DIGITS))) {
            subject.reportOutline("CHK-HDR-007", branch);
        }
        if (!identifiers.isIdentifier(patient.symbol().text())) {
            subject.reportOutline("CHK-HDR-006", patient.symbol());
        }
        var missing =
                patient.number().isEmpty() && !orphan && subject.category().equals(SPECIFIC);
        if (missing || !identifiers.isIdentifier(patient.number().text())) {
            subject.reportOutline("CHK-HDR-006", patient.number());
        }
    }

    private void birth(Subject subject) {
        var field = subject.header().patient().birth();
        if (field.isEmpty()) {
            subject.report("CHK-HDR-020", field);
            return;
        }
        var birth = subject.date(field, "birthTime");
        if (birth.isPresent() && subject.serviceDay().isPresent()) {
            var day = subject.serviceDay().get();
            if (!birth.get().isBefore(day) || Dates.age(birth.get(), day) > ageHighest) {
                subject.report("CHK-HDR-020", field);
            } else if (isForTargets(subject) && !isTarget(birth.get(), day)) {
                var age = FiscalYear.containing(day).ageOf(birth.get());
                subject.findings().field("CHK-HDR-018", field, "actual", String.valueOf(age));
            }
        }
    }

    private static boolean isForTargets(Subject subject) {
        return !subject.isGuidance()
                && subject.category().equals(SPECIFIC)
                && subject.programme().equals(SPECIFIC_PROGRAMME);
    }

    /// Who turns 75 within the year is still a target before the birthday.
    private boolean isTarget(LocalDate birth, LocalDate day) {
        var age = FiscalYear.containing(day).ageOf(birth);
        return targetLowest <= age && age <= targetHighest && Dates.age(birth, day) < transfer;
    }
}
