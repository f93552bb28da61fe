package org.tsunagu.app.planning.document;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Divides a number of people among strata by their weights (按分), so that the parts make up the whole: rounded down,
/// and the rest to the largest remainders.
final class Allotment {

    private Allotment() {}

    /// The parts, in the order of the weights; all 0 without any weight.
    static <K> Map<K, Long> of(long whole, Map<K, Long> weights) {
        var sum = weights.values().stream().mapToLong(Long::longValue).sum();
        var parts = new LinkedHashMap<K, Long>();
        if (sum == 0) {
            weights.keySet().forEach(key -> parts.put(key, 0L));
            return parts;
        }
        var remainders = new LinkedHashMap<K, Long>();
        weights.forEach((key, weight) -> {
            var divided = BigInteger.valueOf(whole)
                    .multiply(BigInteger.valueOf(weight))
                    .divideAndRemainder(BigInteger.valueOf(sum));
            parts.put(key, divided[0].longValueExact());
            remainders.put(key, divided[1].longValueExact());
        });
        var left = whole - parts.values().stream().mapToLong(Long::longValue).sum();
        remainders.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(left)
                .forEach(entry -> parts.merge(entry.getKey(), 1L, Long::sum));
        return parts;
    }
}
