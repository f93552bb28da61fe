package org.tsunagu.privacy.masking;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/// Masked cells that depend on each other (連結成分), as a linear program: what they may be, given all that
/// is shown.
final class Component {

    private static final long MOST_MILLISECONDS = 2000;
    private static final int MOST_FOR_WHOLE = 150;
    private static final double ROUNDING = 1e-4;

    private final Cells cells;
    private final Bounds bounds;
    private final List<Integer> members;
    private final List<Line> lines;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final List<Variable> variables = new ArrayList<>();
    private Optional<Corners> corners = Optional.empty();
    private boolean isBuilt;

    private Component(Cells cells, Bounds bounds, List<Integer> members, List<Line> lines) {
        this.cells = cells;
        this.bounds = bounds;
        this.members = members;
        this.lines = lines;
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

    /// Where a question ended (探索の結果).
    ///
    /// @param isBest whether it is the best corner
    /// @param isOpen whether nothing bounds it
    /// @param values of the members, in their order
    record Corner(boolean isBest, boolean isOpen, List<Double> values) {}

    /// A corner of what is possible in one direction.
    Corner towards(Map<Integer, Integer> direction) {
        if (!isBuilt) {
            corners = Corners.of(cells, bounds, members, lines);
            isBuilt = true;
        }
        return corners.map(walk -> {
                    var end = walk.towards(direction);
                    return new Corner(
                            end == Corners.End.BEST,
                            end == Corners.End.OPEN,
                            members.stream().map(walk::value).toList());
                })
                .orElseGet(() -> solved(direction));
    }

    /// The same in whole numbers only.
    Corner towardsWhole(Map<Integer, Integer> direction) {
        build();
        variables.forEach(variable -> variable.integer(true));
        return solved(direction);
    }

    private Corner solved(Map<Integer, Integer> direction) {
        build();
        variables.forEach(variable -> variable.weight(null));
        direction.forEach((cell, weight) -> variable(cell).weight(weight));
        var result = model.maximise();
        return new Corner(
                result.getState().isOptimal(),
                result.getState() == Optimisation.State.UNBOUNDED,
                members.stream().map(cell -> result.doubleValue(place(cell))).toList());
    }

    /// Only when it is asked something: most cells are known to be safe without.
    private void build() {
        if (!variables.isEmpty()) {
            return;
        }
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

    private Variable variable(int cell) {
        return variables.get(place(cell));
    }

    private int place(int cell) {
        return places.getOrDefault(cell, -1);
    }

    /// Whether integer programming has a chance of an answer (整数計画を解く大きさ).
    boolean isSmall() {
        return members.size() <= MOST_FOR_WHOLE;
    }

    /// Whether a corner is a table that there may be: whole numbers within their bounds.
    boolean isTable(Corner corner) {
        for (var i = 0; i < members.size(); i++) {
            var value = corner.values().get(i);
            if (Math.abs(value - Math.rint(value)) > ROUNDING
                    || value < bounds.least(members.get(i)) - ROUNDING
                    || value > bounds.most(members.get(i)) + ROUNDING) {
                return false;
            }
        }
        return true;
    }
}
