package org.tsunagu.statistics.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// One result with everything that must be shown beside it (推定結果). No number appears without its persons.
///
/// @param method what it is
/// @param value in the unit of the method (a share between 0 and 1, a ratio with 100 = reference); empty
///     when the warnings say why there is none
/// @param standardError in the same unit; empty when it is not defined
/// @param interval empty when there is none
/// @param persons persons or person-years behind it
/// @param events events behind it; 0 for means
/// @param warnings what the reader must know
/// @param tables names of the tables that were used, for example `ratio/model-populations:H27`
public record Estimate(
        Method method,
        OptionalDouble value,
        OptionalDouble standardError,
        Optional<Interval> interval,
        double persons,
        long events,
        List<Warning> warnings,
        List<String> tables) {

    /// A point with its interval.
    public static Estimate of(Method method, double value, double standardError, Interval interval, Behind behind) {
        var error = Double.isNaN(standardError) ? OptionalDouble.empty() : OptionalDouble.of(standardError);
        return new Estimate(
                method,
                OptionalDouble.of(value),
                error,
                Optional.of(interval),
                behind.persons,
                behind.events,
                List.of(),
                List.of());
    }

    /// No estimate, only the crude numbers and the reason.
    public static Estimate none(Method method, Behind behind, Warning reason) {
        return new Estimate(
                method,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                behind.persons,
                behind.events,
                List.of(reason),
                List.of());
    }

    /// The same with one more warning.
    public Estimate with(Warning warning) {
        var more =
                Stream.concat(warnings.stream(), Stream.of(warning)).distinct().toList();
        return new Estimate(method, value, standardError, interval, persons, events, more, tables);
    }

    /// The same with one more table named.
    public Estimate from(String table) {
        var more = Stream.concat(tables.stream(), Stream.of(table)).distinct().toList();
        return new Estimate(method, value, standardError, interval, persons, events, warnings, more);
    }

    /// Events per person (粗率), not adjusted; 0 without persons.
    public double crude() {
        return persons > 0 ? events / persons : 0;
    }

    /// Persons and events behind a result (人数・件数).
    public record Behind(double persons, long events) {}
}
