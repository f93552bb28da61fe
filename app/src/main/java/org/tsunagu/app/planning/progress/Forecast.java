package org.tsunagu.app.planning.progress;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.table.Table;

/// How many of those who have not come will still come within the year (受診者の見込み), from the insurer's own years before.
///
/// Each year before gives the share of those who had not come by the same day and came until its end.
/// Expected is the mean of these shares; the interval of 95 % for a new year (予測区間) is made of how much the
/// years differ, with Student's t (`student-t.tsv`), and of chance among the people who are left.
///
/// @param rest people who have not come yet
/// @param coming of them expected to come, people
/// @param low least to be expected
/// @param high most to be expected
/// @param years from how many years before
public record Forecast(long rest, long coming, long low, long high, int years) {

    /// One year says nothing of how much years differ.
    static final int FEWEST_YEARS = 2;

    private static final Table QUANTILES =
            Table.read("planning/student-t", Forecast.class.getResourceAsStream("student-t.tsv"));

    /// How a year went (年度の経過).
    ///
    /// @param people in the denominator
    /// @param byThen of them who had come by the day
    /// @param inTheEnd of them who had come by the end of the year
    public record Course(long people, long byThen, long inTheEnd) {

        double shareOfRest() {
            return (inTheEnd - byThen) / (double) (people - byThen);
        }

        boolean says() {
            return people > byThen && inTheEnd > 0;
        }
    }

    /// Works it out; empty with fewer than two years to learn from.
    static Optional<Forecast> of(List<Course> before, long rest) {
        var shares = before.stream()
                .filter(Course::says)
                .mapToDouble(Course::shareOfRest)
                .toArray();
        if (shares.length < FEWEST_YEARS) {
            return Optional.empty();
        }
        var mean = Arrays.stream(shares).average().orElseThrow();
        var betweenYears = Arrays.stream(shares)
                        .map(share -> (share - mean) * (share - mean))
                        .sum()
                / (shares.length - 1);
        var byChance = rest == 0 ? 0 : mean * (1 - mean) / rest;
        var spread = quantile(shares.length - 1) * Math.sqrt(betweenYears * (1 + 1.0 / shares.length) + byChance);
        return Optional.of(new Forecast(
                rest,
                Math.round(rest * mean),
                (long) Math.floor(rest * Math.max(0, mean - spread)),
                (long) Math.ceil(rest * Math.min(1, mean + spread)),
                shares.length));
    }

    private static double quantile(int degrees) {
        var rows = QUANTILES.rows();
        return rows.get(Math.min(degrees, rows.size()) - 1)
                .decimal("t95")
                .orElseThrow()
                .doubleValue();
    }

    /// Who will miss the year, expected (未受診の見込み).
    public long missing() {
        return rest - coming;
    }

    /// Fewest who will miss it.
    public long fewestMissing() {
        return rest - high;
    }

    /// Most who will miss it.
    public long mostMissing() {
        return rest - low;
    }
}
