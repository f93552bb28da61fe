package org.tsunagu.rules.care;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.care.DrugForm;
import org.tsunagu.codes.care.DrugSupply;

/// Until which day drugs last (服薬のカバー期間). What is left when the next supply comes is carried forward up to a limit,
/// ingredient by ingredient: two drugs taken side by side do not last twice as long.
public final class DrugCoverage {

    private final CareRules rules;

    /// By the windows of some rules.
    public DrugCoverage(CareRules rules) {
        this.rules = rules;
    }

    /// The last day that is covered; empty without any supply.
    public Optional<LocalDate> last(List<DrugSupply> supplies) {
        var ends = new HashMap<String, LocalDate>();
        supplies.stream()
                .sorted(Comparator.comparing(DrugSupply::from).thenComparingInt(this::days))
                .forEach(supply -> add(supply, ends));
        return ends.values().stream().max(Comparator.naturalOrder());
    }

    private void add(DrugSupply supply, Map<String, LocalDate> ends) {
        var bare = supply.from().plusDays(days(supply) - 1L);
        var before = ends.get(supply.ingredient());
        if (before == null || before.isBefore(supply.from())) {
            ends.put(supply.ingredient(), bare);
            return;
        }
        var left = supply.from().datesUntil(before.plusDays(1)).count();
        var carried = Math.min(left, rules.number("CARRY_CAP_DAYS"));
        var end = bare.plusDays(carried);
        ends.put(supply.ingredient(), end.isAfter(before) ? end : before);
    }

    /// How long a supply lasts; one that is not counted in days by what is usual for its form.
    int days(DrugSupply supply) {
        if (supply.form() == DrugForm.ORAL && supply.days() > 0) {
            return supply.days();
        }
        var isInsulin = rules.words("INSULIN_PREFIXES").stream().anyMatch(supply.ingredient()::startsWith);
        var usual = rules.number(isInsulin ? "INSULIN_DAYS" : "OTHER_FORM_DAYS");
        return Math.max(supply.days(), usual);
    }
}
