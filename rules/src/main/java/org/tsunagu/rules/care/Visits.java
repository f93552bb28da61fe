package org.tsunagu.rules.care;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tsunagu.codes.care.CareClaim;
import org.tsunagu.codes.care.CareKind;

/// Visits of one person (受診): for what, since when, how many and at how many places.
public final class Visits {

    private static final Set<CareKind> IN_OUT_DENTAL = Set.of(CareKind.MED, CareKind.DPC, CareKind.DEN);

    private final Known known;
    private final CareRules rules;
    private final YearMonth month;

    /// For the state of things at the end of a month.
    public Visits(Known known, CareRules rules, YearMonth month) {
        this.known = known;
        this.rules = rules;
        this.month = month;
    }

    static Finding count(List<CareClaim> claims) {
        return claims.isEmpty()
                ? Finding.of(0)
                : Finding.of(claims.size())
                        .with("month", claims.getLast().month().toString())
                        .with("institution", claims.getLast().institution())
                        .with("claim", Long.toString(claims.getLast().id()));
    }

    private Finding claims(Months months, Predicate<CareClaim> wanted) {
        return count(known.claims(months).filter(wanted).toList()).unless(known.doubt(months));
    }

    /// Whether a group was treated since a checkup (健診後の受診): claims with the disease or a drug for it. None says
    /// something only after some months of waiting.
    public Finding since(LocalDate checkup, CareGroup group) {
        return since(checkup, claim -> isOutpatientFor(group, claim) || hasDrug(group, claim));
    }

    /// Whether only a suspicion was looked into since a checkup (疑い病名のみの受診).
    public Finding suspectedSince(LocalDate checkup, CareGroup group) {
        return since(checkup, claim -> isOutpatient(claim) && group.isOnlySuspected(claim));
    }

    private Finding since(LocalDate checkup, Predicate<CareClaim> wanted) {
        var months = new Months(YearMonth.from(checkup), month);
        var waited = YearMonth.from(checkup).plusMonths(rules.number("UNTREATED_MONTHS"));
        var found = count(known.claims(months).filter(wanted).toList()).with("since", checkup.toString());
        var doubt = known.doubtFrom(checkup, months);
        return found.unless(doubt.isEmpty() && month.isBefore(waited) ? "TOO_EARLY" : doubt);
    }

    private static boolean isOutpatient(CareClaim claim) {
        return claim.kind() == CareKind.MED && !claim.isInpatient();
    }

    private static boolean isOutpatientFor(CareGroup group, CareClaim claim) {
        return isOutpatient(claim) && group.isDiagnosed(claim);
    }

    private static boolean hasDrug(CareGroup group, CareClaim claim) {
        return group.drugs(claim).findAny().isPresent();
    }

    /// Claims with a disease that is more than a suspicion, within the months of a parameter.
    public Finding diagnosed(CareGroup group, String parameter) {
        return claims(Months.upTo(month, rules.number(parameter)), group::isDiagnosed);
    }

    /// Claims with a drug, medical, of a hospital or of a pharmacy, within the months of a parameter.
    public Finding drugs(CareGroup group, String parameter) {
        return claims(Months.upTo(month, rules.number(parameter)), claim -> hasDrug(group, claim));
    }

    /// Claims with a drug in the months of a parameter that lie before the year of extraction.
    public Finding drugsBefore(CareGroup group, String parameter) {
        var year = Months.upTo(month, rules.number("YEAR_MONTHS"));
        return claims(year.before(rules.number(parameter)), claim -> hasDrug(group, claim));
    }

    /// Claims outside of hospital with the disease or a drug for it.
    public Finding treated(CareGroup group, String parameter) {
        return claims(
                Months.upTo(month, rules.number(parameter)),
                claim -> isOutpatientFor(group, claim) || hasDrug(group, claim));
    }

    /// Claims of one kind.
    public Finding ofKind(CareKind kind, String parameter) {
        return claims(Months.upTo(month, rules.number(parameter)), claim -> claim.kind() == kind);
    }

    /// Inpatient, outpatient and dental claims together (医科入院・外来・歯科).
    public Finding any(String parameter) {
        return claims(Months.upTo(month, rules.number(parameter)), claim -> IN_OUT_DENTAL.contains(claim.kind()));
    }

    /// Claims with an act of dialysis (人工透析).
    public Finding dialysis(String parameter) {
        return claims(Months.upTo(month, rules.number(parameter)), CareClaim::hasDialysis);
    }

    /// The most days of care at one institution in the month (頻回受診).
    public Finding mostDays() {
        var days = new HashMap<String, Integer>();
        var only = Months.upTo(month, 1);
        known.outpatient(only).forEach(claim -> days.merge(claim.institution(), claim.days(), Integer::sum));
        return days.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> Finding.of(most.getValue()).with("institution", most.getKey()))
                .orElse(Finding.of(0))
                .atLeast(known.doubt(only));
    }

    /// At how many institutions the same class of disease was treated in the month (重複受診), without suspicions, dialysis
    /// and the classes left out.
    public Finding institutions() {
        var places = new HashMap<String, Set<String>>();
        var only = Months.upTo(month, 1);
        var leftOut = rules.words("DUPLICATE_VISIT_EXCLUDED_CLASSES");
        known.outpatient(only)
                .filter(claim -> !claim.hasDialysis())
                .forEach(claim -> claim.diseases().stream()
                        .filter(disease -> !disease.isSuspected())
                        .filter(disease -> isClass(disease.class121()))
                        .filter(disease -> leftOut.stream().noneMatch(disease.class121()::startsWith))
                        .forEach(disease -> places.computeIfAbsent(disease.class121(), none -> new TreeSet<>())
                                .add(claim.institution())));
        return places.entrySet().stream()
                .max(Map.Entry.comparingByValue(java.util.Comparator.comparingInt(Set::size)))
                .map(most -> Finding.of(most.getValue().size())
                        .with("class", most.getKey())
                        .with("institution", most.getValue().stream().collect(Collectors.joining(","))))
                .orElse(Finding.of(0))
                .atLeast(known.doubt(only));
    }

    /// What has no class, uncoded or unknown, is not one disease.
    private static boolean isClass(String class121) {
        return !class121.isEmpty() && Character.isDigit(class121.charAt(0));
    }
}
