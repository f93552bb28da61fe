package org.tsunagu.app.settlement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// What is paid in a month, by facility and service (月次集計).
///
/// @param all over all facilities
public record Totals(List<Total> facilities, Sum all) {

    /// The total of one facility and service.
    public record Total(String facility, String name, Service service, Sum sum) {}

    /// Counts and yen.
    ///
    /// @param payments how many lines pay
    /// @param takeBacks how many take back
    /// @param yen of all lines together
    public record Sum(int payments, int takeBacks, long yen) {

        private static final Sum NOTHING = new Sum(0, 0, 0);

        private Sum plus(Payment line) {
            var pays = line.kind() == Payment.Kind.PAYMENT;
            return new Sum(payments + (pays ? 1 : 0), takeBacks + (pays ? 0 : 1), Math.addExact(yen, line.yen()));
        }
    }

    private record Key(String facility, Service service) {}

    /// Adds up lines.
    public static Totals of(List<Payment> lines) {
        var sums = new LinkedHashMap<Key, Sum>();
        var names = new LinkedHashMap<Key, String>();
        var all = Sum.NOTHING;
        for (var line : lines) {
            var key = new Key(line.facility(), line.service());
            sums.merge(key, Sum.NOTHING.plus(line), (before, ignored) -> before.plus(line));
            names.merge(key, line.facilityName(), (before, name) -> before.isEmpty() ? name : before);
            all = all.plus(line);
        }
        var totals = new ArrayList<Total>();
        sums.forEach(
                (key, sum) -> totals.add(new Total(key.facility(), names.getOrDefault(key, ""), key.service(), sum)));
        totals.sort(Comparator.comparing(Total::facility).thenComparing(Total::service));
        return new Totals(List.copyOf(totals), all);
    }
}
