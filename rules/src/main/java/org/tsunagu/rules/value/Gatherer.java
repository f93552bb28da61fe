package org.tsunagu.rules.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tsunagu.codes.item.Answers;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.table.Row;

/// Reads the variables of a day from results (変数の読み取り): one reading a row of `variables.tsv` in force.
public final class Gatherer {

    /// Reads nothing.
    public static final Gatherer NONE = new Gatherer(List.of());

    private final List<Reading> readings;
    private final @Nullable Reading[] byVariable;

    private Gatherer(List<Reading> readings) {
        this.readings = List.copyOf(readings);
        this.byVariable = new Reading[Long.SIZE];
        for (var reading : readings) {
            for (var variable = 0; variable < byVariable.length; variable++) {
                if ((reading.targets() & Reading.bit(variable)) != 0) {
                    byVariable[variable] = reading;
                }
            }
        }
    }

    /// The readings in force on a day.
    public static Gatherer on(VariableTable dictionary, Formulas formulas, LocalDate day) {
        var rows = dictionary.table().on(day);
        var builder = new Builder(dictionary.variables(), formulas, day, rows);
        return new Gatherer(rows.stream().flatMap(builder::reading).toList());
    }

    /// How many variables, counted from the first, it sets at most: the size [Gathered] needs for it.
    public int size() {
        var targets = 0L;
        for (var reading : readings) {
            targets |= reading.targets();
        }
        return Long.SIZE - Long.numberOfLeadingZeros(targets);
    }

    /// Only the readings that set one of the variables, given as a set of bits, or that those look at.
    public Gatherer only(long wanted) {
        var chosen = new ArrayList<Reading>();
        var open = wanted;
        for (var reading : readings.reversed()) {
            if ((reading.targets() & open) != 0) {
                chosen.addFirst(reading);
                open |= reading.needs();
            }
        }
        return new Gatherer(chosen);
    }

    /// The readings of this gatherer that another one does not have.
    public Gatherer without(Gatherer other) {
        return new Gatherer(readings.stream()
                .filter(reading -> !other.readings.contains(reading))
                .toList());
    }

    /// Reads everything there is.
    public void read(CheckupValues values, Gathered into) {
        for (var i = 0; i < readings.size(); i++) {
            readings.get(i).read(values, into);
        }
    }

    /// What is there for a variable that is not known, and why it was not used.
    public List<Unused> unused(int variable, Gathered gathered) {
        var reading = byVariable[variable];
        return reading == null ? List.of() : reading.unused(variable, gathered.values());
    }

    /// What is there for a known variable but had to stand back behind the value that was used.
    public List<Unused> passedOver(int variable, Gathered gathered) {
        var reading = byVariable[variable];
        return reading == null ? List.of() : reading.passedOver(variable, gathered.values(), gathered);
    }

    private record Builder(Variables variables, Formulas formulas, LocalDate day, List<Row> rows) {

        Stream<Reading> reading(Row row) {
            var variable = variables.index(row.text("variable"));
            return switch (row.text("how")) {
                case "number" ->
                    Stream.of(new NumberReading(variable, items(row), variables.index("blood_draw"), drawTimes(row)));
                case "answer" -> Stream.of(answer(variable, row));
                case "text" -> Stream.of(new TextReading(variable, items(row)));
                case "pressure" -> Stream.of(pressure(variable, row));
                case "bmi" ->
                    Stream.of(new BmiReading(
                            variable,
                            items(row).getFirst(),
                            variables.index("height"),
                            variables.index("weight"),
                            formulas));
                case "first_of" ->
                    Stream.of(new FirstOfReading(
                            variable,
                            Stream.of(row.text("partner").split(","))
                                    .map(variables::index)
                                    .toList()));
                case "paired", "derived" -> Stream.of();
                default -> throw new IllegalArgumentException("variables.tsv, row %s: how?".formatted(row.key()));
            };
        }

        private PressureReading pressure(int variable, Row row) {
            var partner = rows.stream()
                    .filter(other -> other.text("variable").equals(row.text("partner")))
                    .findFirst()
                    .orElseThrow();
            return new PressureReading(variable, variables.index(row.text("partner")), items(row), items(partner));
        }

        private AnswerReading answer(int variable, Row row) {
            var choices = new ArrayList<AnswerReading.Choice>();
            if (!row.text("correction_item").isEmpty()) {
                var correction = Items.shipped().get(row.text("correction_item"));
                var yes = answers(correction);
                yes.keySet().retainAll(List.of(row.text("correction_code")));
                choices.add(new AnswerReading.Choice(correction, yes));
            }
            items(row).forEach(item -> choices.add(new AnswerReading.Choice(item, answers(item))));
            return new AnswerReading(variable, choices);
        }

        /// The answers in force on the day. One that was used before its first period is accepted while that
        /// period is not confirmed.
        private Map<String, BigDecimal> answers(Item item) {
            var system = Items.shipped().codeSystem(item, day);
            var answers = new HashMap<String, BigDecimal>();
            for (var row : Answers.shipped().of(system)) {
                var code = row.text("code");
                switch (Answers.shipped().accept(system, code, day)) {
                    case VALID, EARLY -> answers.put(code, new BigDecimal(code));
                    case OTHER_PERIOD, UNKNOWN_CODE, UNKNOWN_SYSTEM -> {}
                }
            }
            return answers;
        }

        private static List<Item> items(Row row) {
            return VariableTable.items(row).stream().map(Items.shipped()::get).toList();
        }

        private static long drawTimes(Row row) {
            var codes = row.text("excluded_draw_times");
            return codes.isEmpty()
                    ? 0
                    : Stream.of(codes.split(","))
                            .mapToLong(code -> Reading.bit(Integer.parseInt(code)))
                            .reduce(0, (a, b) -> a | b);
        }
    }
}
