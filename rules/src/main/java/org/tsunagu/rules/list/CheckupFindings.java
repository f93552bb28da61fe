package org.tsunagu.rules.list;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.rules.care.Finding;
import org.tsunagu.rules.care.Months;

/// What the checkups of a person say (健診からの変数).
final class CheckupFindings {

    private static final String EGFR = "egfr";
    private static final Finding NOT_MEASURED = Finding.unknown("NOT_MEASURED");

    private final ListPerson person;
    private final YearMonth month;
    private final Optional<Examined> latest;

    /// For the state of things at the end of a month.
    ///
    /// @param window so many months back a checkup still counts as the latest one
    CheckupFindings(ListPerson person, YearMonth month, int window) {
        this.person = person;
        this.month = month;
        this.latest = within(window).stream().findFirst();
    }

    /// The checkups within some months, the latest first.
    private List<Examined> within(int months) {
        var span = Months.upTo(month, months);
        return person.checkups().stream()
                .filter(checkup -> span.includes(checkup.day()))
                .toList();
    }

    /// The day of the checkup the list looks at.
    Optional<LocalDate> day() {
        return latest.map(Examined::day);
    }

    /// Whether there is one the list looks at.
    Finding recent() {
        return Finding.of(latest.isPresent())
                .with("day", day().map(LocalDate::toString).orElse(""));
    }

    /// Whether there was one within some months.
    Finding taken(int months) {
        var checkups = within(months);
        return Finding.of(!checkups.isEmpty())
                .with(
                        "day",
                        checkups.stream()
                                .findFirst()
                                .map(one -> one.day().toString())
                                .orElse(""));
    }

    /// A value of the latest checkup.
    Finding read(String variable) {
        if (latest.isEmpty()) {
            return Finding.unknown("NO_CHECKUP");
        }
        var found = latest.get().findings().get(variable);
        return (found == null ? NOT_MEASURED : found)
                .with("day", latest.get().day().toString());
    }

    /// How much the filtration rate has fallen a year between the two latest checkups that have it.
    ///
    /// @param daysOfYear how long a year is taken to be
    Finding fall(BigDecimal daysOfYear) {
        var rates = person.checkups().stream()
                .filter(checkup -> !checkup.day().isAfter(month.atEndOfMonth()))
                .filter(checkup -> checkup.findings().containsKey(EGFR))
                .limit(2)
                .toList();
        if (rates.size() < 2 || latest.filter(rates.getFirst()::equals).isEmpty()) {
            return NOT_MEASURED;
        }
        var newer = rates.getFirst();
        var older = rates.getLast();
        var days = BigDecimal.valueOf(ChronoUnit.DAYS.between(older.day(), newer.day()));
        if (days.signum() == 0) {
            return NOT_MEASURED;
        }
        var fall = rate(older).subtract(rate(newer)).multiply(daysOfYear).divide(days, MathContext.DECIMAL64);
        var shown = fall.setScale(1, RoundingMode.HALF_UP).toPlainString();
        return new Finding(Optional.of(fall), shown, "", "", "", Map.of())
                .with("day", newer.day().toString())
                .with("since", older.day().toString());
    }

    private static BigDecimal rate(Examined checkup) {
        var rate = checkup.findings().getOrDefault(EGFR, NOT_MEASURED);
        return rate.number().orElse(BigDecimal.ZERO);
    }
}
