package org.tsunagu.rules.care;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tsunagu.codes.care.DrugForm;
import org.tsunagu.codes.care.DrugSupply;

/// Many drugs and the same drug twice (多剤・重複処方) of one person at the end of a month.
public final class Medication {

    private final Known known;
    private final CareRules rules;
    private final YearMonth month;
    private final Set<DrugForm> forms;
    private final DrugCoverage coverage;

    /// For the state of things at the end of a month.
    public Medication(Known known, CareRules rules, YearMonth month) {
        this.known = known;
        this.rules = rules;
        this.month = month;
        this.forms = rules.words("DRUG_FORMS").stream().map(DrugForm::valueOf).collect(Collectors.toSet());
        this.coverage = new DrugCoverage(rules);
    }

    private List<DrugSupply> supplies(Months months) {
        return known.drugs(months)
                .map(Known.Given::drug)
                .filter(drug -> forms.contains(drug.form()))
                .toList();
    }

    /// How many ingredients were handed out for long enough within the months looked at (薬剤数), over all institutions.
    public Finding count() {
        var months = Months.upTo(month, rules.number("DRUG_COUNT_MONTHS"));
        var days = new TreeMap<String, Integer>();
        var supplies = supplies(months);
        supplies.forEach(drug -> days.merge(drug.ingredient(), coverage.days(drug), Integer::sum));
        days.values().removeIf(sum -> sum < rules.number("DRUG_MIN_DAYS"));
        var counted = switch (rules.parameter("DRUG_COUNTING").text("value")) {
            case "on_hand" -> mostOnHand(supplies, days.keySet(), months);
            default -> days.size();
        };
        var places = supplies.stream()
                .filter(drug -> days.containsKey(drug.ingredient()))
                .map(DrugSupply::prescriber)
                .collect(Collectors.toCollection(TreeSet::new));
        return Finding.of(counted)
                .with("drugs", named(days))
                .with("institution", String.join(",", places))
                .atLeast(known.doubt(months));
    }

    private static String named(Map<String, Integer> days) {
        return days.entrySet().stream()
                .map(drug -> drug.getKey() + ":" + drug.getValue())
                .collect(Collectors.joining(","));
    }

    private int mostOnHand(List<DrugSupply> supplies, Set<String> ingredients, Months months) {
        return months.firstDay()
                .datesUntil(months.lastDay().plusDays(1))
                .mapToInt(day -> (int) supplies.stream()
                        .filter(drug -> ingredients.contains(drug.ingredient()) && isOnHand(drug, day))
                        .map(DrugSupply::ingredient)
                        .distinct()
                        .count())
                .max()
                .orElse(0);
    }

    private boolean isOnHand(DrugSupply drug, LocalDate day) {
        return !day.isBefore(drug.from()) && !day.isAfter(end(drug));
    }

    private LocalDate end(DrugSupply drug) {
        return drug.from().plusDays(coverage.days(drug) - 1L);
    }

    /// In how many months of the period the same drug came from two institutions at once (重複処方のある月数). A further supply
    /// of the same institution is none.
    public Finding duplicateMonths() {
        var months = Months.upTo(month, rules.number("DUPLICATE_MONTHS"));
        var found = new TreeSet<YearMonth>();
        var names = new TreeSet<String>();
        var places = new TreeSet<String>();
        // What was handed out before the period may still last into it.
        var before = months.before(rules.number("DUPLICATE_BEFORE_MONTHS"));
        for (var pair : pairs(supplies(new Months(before.first(), month)))) {
            if (months.includes(pair.second().from())) {
                found.add(YearMonth.from(pair.second().from()));
                names.add(pair.first().ingredient());
                places.addAll(List.of(pair.first().prescriber(), pair.second().prescriber()));
            }
        }
        return Finding.of(found.size())
                .with("drugs", String.join(",", names))
                .with("institution", String.join(",", places))
                .with("months", found.stream().map(YearMonth::toString).collect(Collectors.joining(",")))
                .atLeast(known.doubt(months));
    }

    private record Pair(DrugSupply first, DrugSupply second) {}

    private List<Pair> pairs(List<DrugSupply> supplies) {
        var byDrug = supplies.stream()
                .filter(drug -> drug.days() == 0 || drug.days() >= rules.number("DUPLICATE_MIN_DAYS"))
                .sorted(Comparator.comparing(DrugSupply::from))
                .collect(Collectors.groupingBy(this::scope, TreeMap::new, Collectors.toList()));
        var pairs = new ArrayList<Pair>();
        byDrug.values()
                .forEach(same -> IntStream.range(0, same.size())
                        .forEach(i -> same.subList(i + 1, same.size()).stream()
                                .filter(later -> isTwice(same.get(i), later))
                                .forEach(later -> pairs.add(new Pair(same.get(i), later)))));
        return pairs;
    }

    private String scope(DrugSupply drug) {
        var isWide = rules.parameter("DUPLICATE_SCOPE").text("value").equals("class");
        var wide = drug.therapeuticClass();
        return isWide && !wide.isEmpty() ? wide : drug.ingredient();
    }

    private boolean isTwice(DrugSupply earlier, DrugSupply later) {
        if (earlier.prescriber().equals(later.prescriber())) {
            return false;
        }
        if (earlier.days() == 0 || later.days() == 0) {
            return YearMonth.from(earlier.from()).equals(YearMonth.from(later.from()));
        }
        var end = end(earlier).isBefore(end(later)) ? end(earlier) : end(later);
        return !end.isBefore(later.from())
                && later.from().datesUntil(end.plusDays(1)).count() >= rules.number("DUPLICATE_MIN_OVERLAP_DAYS");
    }
}
