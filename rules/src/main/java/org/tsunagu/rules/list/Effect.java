package org.tsunagu.rules.list;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;
import org.tsunagu.codes.care.CareKind;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.care.CareRules;
import org.tsunagu.rules.care.Months;

/// What became of a person some months after a list was made (抽出後の経過). It describes and proves nothing: who is
/// contacted is
/// not chosen by lot, and extreme values come back towards the middle by themselves.
///
/// @param seen whether there was care for what the list is about; empty when it cannot be told
/// @param drug whether there was a drug for it
/// @param before the value of the last checkup until the list was made
/// @param after the value of the last checkup since then
public record Effect(
        Optional<Boolean> seen, Optional<Boolean> drug, Optional<BigDecimal> before, Optional<BigDecimal> after) {

    /// Looks at a person.
    ///
    /// @param list row of the list in `lists.tsv`
    /// @param made month of the list, `until` the last month looked at
    public static Effect of(ListPerson person, Row list, CareRules rules, YearMonth made, YearMonth until) {
        var months = new Months(made.plusMonths(1), until);
        var isTold = person.care().doubt(months).isEmpty();
        var key = list.text("effect_group");
        var value = list.text("effect_value");
        var isSeen = person.care()
                .claims(months)
                .anyMatch(claim -> key.isEmpty()
                        ? claim.kind() != CareKind.PHA
                        : claim.kind() != CareKind.PHA && rules.group(key).isDiagnosed(claim));
        var hasDrug = !key.isEmpty()
                && person.care()
                        .claims(months)
                        .anyMatch(claim -> claim.drugs().stream().anyMatch(rules.group(key)::has));
        return new Effect(
                told(isSeen || hasDrug, isTold),
                key.isEmpty() ? Optional.empty() : told(hasDrug, isTold),
                value(person, value, LocalDate.MIN, made.atEndOfMonth()),
                value(person, value, months.firstDay(), months.lastDay()));
    }

    private static Optional<Boolean> told(boolean holds, boolean isTold) {
        return holds || isTold ? Optional.of(holds) : Optional.empty();
    }

    private static Optional<BigDecimal> value(ListPerson person, String variable, LocalDate from, LocalDate to) {
        return person.checkups().stream()
                .filter(checkup ->
                        !checkup.day().isBefore(from) && !checkup.day().isAfter(to))
                .filter(checkup -> checkup.findings().containsKey(variable))
                .max(Comparator.comparing(Examined::day))
                .flatMap(checkup -> Optional.ofNullable(checkup.findings().get(variable)))
                .flatMap(finding -> finding.number());
    }
}
