package org.tsunagu.rules.mark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.band.Band;
import org.tsunagu.rules.condition.Truth;

/// What indicators count about an examined person (指標の該当条件), `marks.tsv`: doctor-visit values, habits, drugs. SQL only
/// counts what is decided here.
///
/// The rows of a mark with the same clause are joined with AND, the clauses with OR. A clause that is unknown is left
/// out where the column `unknown` says `skip` (of fasting and casual glucose only one is ever measured); where it says
/// `matters` it leaves the mark open unless another clause holds.
public final class Marks {

    private static final Table TABLE = table(List.of());

    private record Rule(String mark, List<List<MarkTerm>> clauses, boolean unknownMatters, Certainty certainty) {}

    private final Map<LocalDate, List<Rule>> rules = new ConcurrentHashMap<>();
    private final List<LocalDate> changes;

    private Marks() {
        changes = TABLE.rows().stream()
                .flatMap(row -> row.validity().changeDays())
                .distinct()
                .sorted()
                .toList();
    }

    /// The marks as shipped.
    public static Marks shipped() {
        return Shipped.MARKS;
    }

    private static final class Shipped {
        private static final Marks MARKS = new Marks();
    }

    /// The table with corrections.
    public static Table table(List<Correction> corrections) {
        return Table.read("mark/marks", Marks.class.getResourceAsStream("marks.tsv"))
                .with(corrections);
    }

    /// The rows of the table as shipped, for explanations and names.
    public static List<Row> table() {
        return TABLE.rows();
    }

    /// The marks of a checkup that are known, in the order of the table.
    ///
    /// @param day day of the checkup
    /// @param bands the bands of its judgement
    public List<Mark> of(LocalDate day, CheckupValues values, List<Band> bands) {
        var decided = new TreeMap<String, Truth>();
        var byItem = bands.stream().collect(Collectors.toMap(Band::item, Function.identity(), (a, b) -> a));
        var sure = new TreeMap<String, Certainty>();
        var known = new MarkTerm.Known(values, byItem, decided, sure);
        var marks = new ArrayList<Mark>();
        for (var rule : on(day)) {
            var truth = truth(rule, known);
            decided.put(rule.mark(), truth);
            sure.put(rule.mark(), certainty(rule, known));
            if (truth != Truth.UNKNOWN) {
                marks.add(new Mark(rule.mark(), truth == Truth.TRUE, sure.get(rule.mark())));
            }
        }
        return List.copyOf(marks);
    }

    private static Certainty certainty(Rule rule, MarkTerm.Known known) {
        return Certainty.weakest(Stream.concat(
                Stream.of(rule.certainty()),
                rule.clauses().stream().flatMap(List::stream).map(term -> term.certainty(known))));
    }

    private static Truth truth(Rule rule, MarkTerm.Known known) {
        var isKnown = false;
        var isOpen = false;
        for (var clause : rule.clauses()) {
            var truth = clause.stream().map(term -> term.of(known)).reduce(Truth.TRUE, Truth::and);
            if (truth == Truth.TRUE) {
                return Truth.TRUE;
            }
            isKnown |= truth == Truth.FALSE;
            isOpen |= truth == Truth.UNKNOWN;
        }
        var isUnknown = rule.unknownMatters() ? isOpen : !isKnown;
        return isUnknown ? Truth.UNKNOWN : Truth.FALSE;
    }

    /// Compiled once for the days between two changes of the table.
    private List<Rule> on(LocalDate day) {
        var first = changes.stream()
                .filter(change -> !change.isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(day);
        return rules.computeIfAbsent(first, Marks::compiled);
    }

    private static List<Rule> compiled(LocalDate day) {
        var byMark = TABLE.on(day).stream()
                .collect(Collectors.groupingBy(row -> row.text("mark"), LinkedHashMap::new, Collectors.toList()));
        return byMark.entrySet().stream()
                .map(entry -> rule(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Rule rule(String mark, List<Row> rows) {
        var clauses = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.text("clause"),
                        LinkedHashMap::new,
                        Collectors.mapping(MarkTerm::of, Collectors.toList())));
        return new Rule(
                mark,
                List.copyOf(clauses.values()),
                rows.getFirst().text("unknown").equals("matters"),
                rows.getFirst().basis().certainty());
    }
}
