package org.tsunagu.privacy.masking;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/// Masked cells that depend on each other (連結成分), as a linear program: what they may be, given all that is
/// shown.
final class Component {

    private static final long MOST_MILLISECONDS = 2000;

    private final List<Integer> members;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final List<Variable> variables = new ArrayList<>();

    private Component(Cells cells, Bounds bounds, List<Integer> members, List<Line> lines) {
        this.members = members;
        model.options.time_abort = MOST_MILLISECONDS;
        model.options.time_suffice = MOST_MILLISECONDS;
        for (var cell : members) {
            places.put(cell, variables.size());
            var variable = model.addVariable("x" + cell).lower(bounds.least(cell));
            if (bounds.most(cell) < Bounds.OPEN) {
                variable.upper(bounds.most(cell));
            }
            variables.add(variable);
        }
        for (var line : lines) {
            Expression sum = model.addExpression("s" + line.number());
            cells.hidden(line).forEach(cell -> sum.set(variable(cell), line.sign(cell)));
            sum.level(BigDecimal.valueOf(cells.hiddenSum(line)));
        }
    }

    /// All of them. Lines of a single masked cell, and of a part and its rest, are in the bounds already.
    static List<Component> of(Cells cells, Bounds bounds) {
        var components = new ArrayList<Component>();
        var seen = new HashSet<Integer>();
        cells.protectedCells().filter(cell -> !seen.contains(cell)).forEach(cell -> {
            if (seen.add(cell)) {
                components.add(from(cell, seen, cells, bounds));
            }
        });
        return components;
    }

    private static Component from(int start, Set<Integer> seen, Cells cells, Bounds bounds) {
        var members = new ArrayList<Integer>();
        var lines = new ArrayList<Line>();
        var seenLines = new HashSet<Line>();
        var waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            var cell = waiting.removeFirst();
            members.add(cell);
            for (var line : cells.linesOf(cell)) {
                if (seenLines.add(line) && isConstraint(cells, line)) {
                    lines.add(line);
                    cells.hidden(line).stream().filter(seen::add).forEach(waiting::add);
                }
            }
        }
        return new Component(cells, bounds, List.copyOf(members), lines);
    }

    private static boolean isConstraint(Cells cells, Line line) {
        var hidden = cells.hidden(line).size();
        return line.isRest() ? hidden > 2 : hidden > 1;
    }

    List<Integer> members() {
        return members;
    }

    Variable variable(int cell) {
        return variables.get(places.getOrDefault(cell, -1));
    }

    /// A corner of what is possible in one direction; not optimal when nothing bounds it.
    Optimisation.Result towards(Map<Integer, Integer> direction) {
        variables.forEach(variable -> variable.weight(null));
        direction.forEach((cell, weight) -> variable(cell).weight(weight));
        return model.maximise();
    }

    /// From now on only whole numbers.
    void wholeNumbers() {
        variables.forEach(variable -> variable.integer(true));
    }

    double value(Optimisation.Result result, int cell) {
        return result.doubleValue(places.getOrDefault(cell, -1));
    }
}
