package org.tsunagu.rules.care;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.tsunagu.codes.care.CareClaim;
import org.tsunagu.codes.care.CareKind;

/// Who was treated and has stopped (治療中断): months with a drug of a group, days since the last covered one, visits in
/// between. All of one person and one reference month.
public final class TreatmentGaps {

    private final Known known;
    private final CareRules rules;
    private final YearMonth month;

    /// For the state of things at the end of a month.
    public TreatmentGaps(Known known, CareRules rules, YearMonth month) {
        this.known = known;
        this.rules = rules;
        this.month = month;
    }

    private Months lookBack() {
        return Months.upTo(month, rules.number("LOOK_BACK_MONTHS"));
    }

    /// In how many months a drug of the group was handed out (対象薬のある月数). A disease alone counts only where the
    /// insurer says so.
    public Finding cohortMonths(CareGroup group) {
        var months = supplies(group).stream()
                .map(given -> YearMonth.from(given.drug().from()))
                .collect(Collectors.toSet());
        if (rules.words("COHORT_BY_DISEASE").contains("true")) {
            known.outpatient(lookBack())
                    .filter(group::isDiagnosed)
                    .map(CareClaim::month)
                    .forEach(months::add);
        }
        var finding = Finding.of(months.size());
        if (known.history().isEmpty()) {
            return Finding.unknown(Known.NO_CLAIMS);
        }
        return known.monthsOfData(lookBack()) < rules.number("LEAST_DATA_MONTHS")
                ? Finding.unknown("TOO_FEW_MONTHS")
                : finding;
    }

    private List<Known.Given> supplies(CareGroup group) {
        return known.drugs(lookBack())
                .filter(given -> group.has(given.drug()))
                .sorted(Comparator.comparing(given -> given.drug().from()))
                .toList();
    }

    /// Days from the last covered day to the end of the month (最終服薬日からの日数); 0 while drugs last.
    public Finding gapDays(CareGroup group) {
        var supplies = supplies(group);
        var last = new DrugCoverage(rules)
                .last(supplies.stream().map(Known.Given::drug).toList());
        if (last.isEmpty()) {
            return Finding.unknown("NOT_IN_COHORT");
        }
        var index = month.atEndOfMonth();
        var gap = new Months(YearMonth.from(last.get().isAfter(index) ? index : last.get()), month);
        var days = Math.max(0, ChronoUnit.DAYS.between(last.get(), index));
        var latest = supplies.getLast();
        var finding = Finding.of(days)
                .with("covered_to", last.get().toString())
                .with("drug", latest.drug().code())
                .with("institution", latest.drug().prescriber())
                .with("claim", Long.toString(latest.claim().id()));
        var doubt = days == 0 ? "" : doubt(last.get(), gap);
        return doubt.isEmpty()
                ? finding
                : Finding.unknown(doubt).with("covered_to", last.get().toString());
    }

    private String doubt(LocalDate last, Months gap) {
        var doubt = known.doubtFrom(last, gap);
        if (!doubt.isEmpty()) {
            return doubt;
        }
        // Also in the month in which the drugs ended: what is handed out at the end of a stay is on its claim.
        return known.claims(gap).anyMatch(claim -> claim.isInpatient() || claim.kind() == CareKind.DPC)
                ? "IN_HOSPITAL"
                : "";
    }

    /// Visits for the group since the drugs ended, without those for a suspicion (中断期間の受診). The month in which they
    /// ended does not count: the visit that ended the supply lies there.
    public Finding visitsInGap(CareGroup group) {
        var last = new DrugCoverage(rules)
                .last(supplies(group).stream().map(Known.Given::drug).toList());
        if (last.isEmpty()) {
            return Finding.unknown("NOT_IN_COHORT");
        }
        var gap = new Months(YearMonth.from(last.get()).plusMonths(1), month);
        return Visits.count(known.outpatient(gap).filter(group::isDiagnosed).toList());
    }
}
