package org.tsunagu.measures.count;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tsunagu.measures.Measure;

/// The question put to an engine (集計のSQL): the measure, rolled up to the strata asked for. The same text on every
/// engine.
public final class CountSql {

    private static final Set<String> KEPT = Set.of("insurer", "fiscal_year");

    /// A stratum as measures list it, with the name of its table or without.
    private static final Pattern STRATUM =
            Pattern.compile("(?:\\b\\w\\.)?\\b(" + String.join("|", Measure.STRATA) + "),\\s");

    private CountSql() {}

    /// The SQL of a measure by strata: the strata, the dimension if there is one, `part` and `whole`.
    ///
    /// @param by some of [Measure#STRATA]
    /// @throws IllegalArgumentException if a stratum is not one of them
    public static String of(Measure measure, List<String> by) {
        if (!Measure.STRATA.containsAll(by)) {
            throw new IllegalArgumentException("strata are %s".formatted(Measure.STRATA));
        }
        var dimension = measure.dimension();
        var sql = narrowed(measure.sql(), by);
        if (dimension.isPresent() && measure.sharesWhole()) {
            return shared(sql, by, dimension.get());
        }
        var columns = Stream.concat(by.stream(), dimension.stream()).toList();
        return "select %ssum(part) as part, sum(whole) as whole\nfrom (\n%s) m\n%s%s"
                .formatted(listed("", columns), sql, grouped(columns), ordered("", columns));
    }

    /// The measure without the strata nobody asked for: most of the time of a count was grouping by all of them.
    /// Insurer and
    /// year stay, because a person counts once in a year of an insurer and has one sex, age and area in it.
    private static String narrowed(String sql, List<String> by) {
        return STRATUM.matcher(sql)
                .replaceAll(found -> KEPT.contains(found.group(1)) || by.contains(found.group(1)) ? "$0" : "");
    }

    /// Parts by dimension beside the one denominator of the stratum.
    private static String shared(String sql, List<String> by, String dimension) {
        var parts = Stream.concat(by.stream(), Stream.of(dimension)).toList();
        var on = by.isEmpty()
                ? "true"
                : by.stream().map(name -> "p.%1$s = w.%1$s".formatted(name)).collect(Collectors.joining(" and "));
        return """
                with m as (
                %s)
                select %sp.%s, p.part, w.whole
                from (select %ssum(part) as part from m where %s is not null%s) p
                join (select %ssum(whole) as whole from m%s) w on %s%s
                """.formatted(
                        sql,
                        listed("p.", by),
                        dimension,
                        listed("", parts),
                        dimension,
                        "\n" + grouped(parts),
                        listed("", by),
                        by.isEmpty() ? "" : "\n" + grouped(by),
                        on,
                        ordered("p.", parts));
    }

    private static String listed(String alias, List<String> columns) {
        return columns.stream().map(name -> alias + name + ", ").collect(Collectors.joining());
    }

    private static String grouped(List<String> columns) {
        return columns.isEmpty() ? "" : "group by " + String.join(", ", columns);
    }

    private static String ordered(String alias, List<String> columns) {
        return columns.isEmpty()
                ? ""
                : columns.stream()
                        .map(name -> alias + name + " nulls first")
                        .collect(Collectors.joining(", ", "\norder by ", ""));
    }
}
