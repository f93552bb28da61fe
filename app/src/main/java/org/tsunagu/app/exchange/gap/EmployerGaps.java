package org.tsunagu.app.exchange.gap;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.app.exchange.Employer;
import org.tsunagu.rules.replacement.Replacement.Gap;

/// The employees of an employer and what their results lack (事業主ごとの不足項目).
public record EmployerGaps(Employer employer, List<GapPerson> people) {

    /// How many there are of one age group (年齢群の件数).
    ///
    /// @param people insured people today
    /// @param examined of those with a result of the year
    /// @param whole of those with nothing missing; from 40 to 74 they count as specific checkups
    public record Count(int people, int examined, int whole) {}

    /// Counts those who are targets of the specific checkup, or the others.
    public Count count(boolean isOfAge) {
        var some = people.stream().filter(one -> one.isOfAge() == isOfAge).toList();
        var examined = some.stream().filter(one -> one.checkup().isPresent()).toList();
        var whole = examined.stream().filter(one -> !one.lacks()).count();
        return new Count(some.size(), examined.size(), (int) whole);
    }

    /// How many results lack each group of items, the most frequent first.
    ///
    /// @param gap as it is for one of them
    /// @param people whose result lacks it
    /// @param toAsk of those, about whom the insurer can ask for it
    public record Lacking(Gap gap, int people, int toAsk) {

        private Lacking plus(Gap more) {
            return new Lacking(gap, people + 1, toAsk + (more.mayAsk() ? 1 : 0));
        }
    }

    /// Counts what is missing.
    public List<Lacking> lacking() {
        Map<String, Lacking> byGroup = new LinkedHashMap<>();
        people.stream()
                .flatMap(one -> one.comparison().stream())
                .flatMap(one -> one.gaps().stream())
                .forEach(gap -> byGroup.merge(
                        gap.group(), new Lacking(gap, 0, 0).plus(gap), (before, one) -> before.plus(gap)));
        return byGroup.values().stream()
                .sorted(Comparator.comparingInt(Lacking::people).reversed())
                .toList();
    }
}
