package org.tsunagu.rules.list;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;
import org.tsunagu.codes.care.CareKind;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.care.CareGroup;
import org.tsunagu.rules.care.CareRules;
import org.tsunagu.rules.care.Finding;
import org.tsunagu.rules.care.Medication;
import org.tsunagu.rules.care.TreatmentGaps;
import org.tsunagu.rules.care.Visits;

/// What the claims of a person say (レセプトからの変数): the column `how` of `variables.tsv` names the way.
final class CareFindings {

    private final CareRules rules;
    private final Visits visits;
    private final TreatmentGaps gaps;
    private final Medication medication;
    private final Optional<LocalDate> checkup;

    /// For the state of things at the end of a month.
    ///
    /// @param checkup day of the checkup the list looks at
    CareFindings(ListPerson person, YearMonth month, CareRules rules, Optional<LocalDate> checkup) {
        this.rules = rules;
        this.visits = new Visits(person.care(), rules, month);
        this.gaps = new TreatmentGaps(person.care(), rules, month);
        this.medication = new Medication(person.care(), rules, month);
        this.checkup = checkup;
    }

    Finding find(Row variable) {
        var window = variable.text("window");
        return switch (variable.text("how")) {
            case "cohort_months" -> gaps.cohortMonths(group(variable));
            case "gap_days" -> gaps.gapDays(group(variable));
            case "visits_in_gap" -> gaps.visitsInGap(group(variable));
            case "seen" -> since(day -> visits.since(day, group(variable)));
            case "suspected" -> since(day -> visits.suspectedSince(day, group(variable)));
            case "treated" -> visits.treated(group(variable), window);
            case "diagnosed" -> visits.diagnosed(group(variable), window);
            case "drugs" -> visits.drugs(group(variable), window);
            case "drugs_before" -> visits.drugsBefore(group(variable), window);
            case "dental" -> visits.ofKind(CareKind.DEN, window);
            case "any_claim" -> visits.any(window);
            case "dialysis" -> visits.dialysis(window);
            case "most_days" -> visits.mostDays();
            case "institutions" -> visits.institutions();
            case "drug_count" -> medication.count();
            case "duplicate_months" -> medication.duplicateMonths();
            default ->
                throw new IllegalArgumentException("list/variables, row %s: how is unknown".formatted(variable.key()));
        };
    }

    private Finding since(Function<LocalDate, Finding> find) {
        return checkup.map(find).orElseGet(() -> Finding.unknown("NO_CHECKUP"));
    }

    private CareGroup group(Row variable) {
        return rules.group(variable.text("group"));
    }
}
