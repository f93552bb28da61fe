package org.tsunagu.letters.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.tsunagu.letters.pdf.Sheet;
import org.tsunagu.letters.pdf.Tag;
import org.tsunagu.letters.pdf.Type;

/// Writes a [Grid] (表の組版): rows never break across pages, headings come again on each.
final class GridWriter {

    private static final int MANY_COLUMNS = 8;
    private static final double SMALL = 0.8;
    private static final int KEPT_ROWS = 3;
    private static final Type CELL = Type.regular(10).tabular();
    private static final Type STRONG = Type.bold(10).tabular();
    private static final Type HEADING = Type.bold(9.5);
    private static final double PADDING = 1.4;
    private static final double LEADING = 1.3;
    private static final double ASCENT = 1.02;
    private static final double THIN = 0.3;
    private static final double THICK = 0.8;
    private static final double GREY = 0.88;

    private final Paper paper;
    private final Grid grid;
    private final Type cell;
    private final Type strong;
    private final Type heading;
    private final double padding;

    GridWriter(Paper paper, Grid grid) {
        this.paper = paper;
        this.grid = grid;
        // Many columns are set smaller, or their figures would break.
        var scale = grid.columns().size() > MANY_COLUMNS ? SMALL : 1;
        this.cell = CELL.sized(CELL.points() * scale);
        this.strong = STRONG.sized(STRONG.points() * scale);
        this.heading = HEADING.sized(HEADING.points() * scale);
        this.padding = PADDING * scale;
    }

    void write(Tag table) {
        var headings = new GridRow(grid.columns().stream().map(Column::heading).toList(), false);
        paper.need(KEPT_ROWS * height(lines(headings, heading), heading));
        headings(headings, table);
        for (var row : grid.rows()) {
            var type = row.emphasis() ? strong : cell;
            var lines = lines(row, type);
            if (paper.need(height(lines, type))) {
                repeat(headings);
            }
            row(row, lines, type, table.add(Tag.of("TR")));
        }
        rule(THICK);
    }

    private void headings(GridRow headings, Tag table) {
        if (isEmpty(headings)) {
            rule(THICK);
            return;
        }
        var row = table.add(Tag.of("TR"));
        headings(headings, column -> paper.sheets().begin(row.add(Tag.heading(true))));
    }

    /// Repeated headings are left out of the reading.
    private void repeat(GridRow headings) {
        if (isEmpty(headings)) {
            rule(THIN);
            return;
        }
        headings(headings, column -> paper.sheet().beginArtifact());
    }

    /// A table may do without headings.
    private static boolean isEmpty(GridRow headings) {
        return headings.cells().stream().allMatch(String::isBlank);
    }

    private void headings(GridRow headings, IntConsumer begin) {
        rule(THICK);
        var lines = lines(headings, heading);
        for (var i = 0; i < lines.size(); i++) {
            begin.accept(i);
            cell(lines.get(i), i, heading);
            paper.sheet().end();
        }
        paper.gap(height(lines, heading));
        rule(THIN);
    }

    private void row(GridRow row, List<List<String>> lines, Type type, Tag tag) {
        var height = height(lines, type);
        if (row.emphasis()) {
            paper.sheet().beginArtifact();
            paper.sheet().fill(Paper.LEFT, paper.y(), width(), height, GREY);
            paper.sheet().end();
        }
        for (var i = 0; i < lines.size(); i++) {
            paper.sheets().begin(tag.add(i == 0 ? Tag.heading(false) : Tag.of("TD")));
            cell(lines.get(i), i, type);
            paper.sheet().end();
        }
        paper.gap(height);
        rule(THIN);
    }

    private void cell(List<String> lines, int column, Type type) {
        var baseline = paper.y() + padding + ASCENT * type.points() * Paper.POINT;
        for (var line : lines) {
            paper.sheet().text(line, x(line, column, type), baseline, type);
            baseline += type.points() * Paper.POINT * LEADING;
        }
    }

    private double x(String line, int column, Type type) {
        var left = Paper.LEFT;
        for (var before : grid.columns().subList(0, column)) {
            left += before.width();
        }
        var room = grid.columns().get(column).width()
                - 2 * padding
                - paper.fonts().width(type.face(), type.points(), type.isTabular(), line);
        return left
                + padding
                + switch (grid.columns().get(column).align()) {
                    case LEFT -> 0;
                    case CENTRE -> room / 2;
                    case RIGHT -> room;
                };
    }

    private List<List<String>> lines(GridRow row, Type type) {
        var lines = new ArrayList<List<String>>();
        for (var i = 0; i < grid.columns().size(); i++) {
            lines.add(
                    paper.lines(row.cells().get(i), type, grid.columns().get(i).width() - 2 * padding));
        }
        return lines;
    }

    private double height(List<List<String>> lines, Type type) {
        var most = lines.stream().mapToInt(List::size).max().orElse(1);
        return most * type.points() * Paper.POINT * LEADING + 2 * padding;
    }

    private double width() {
        return grid.columns().stream().mapToDouble(Column::width).sum();
    }

    private void rule(double points) {
        Sheet sheet = paper.sheet();
        sheet.beginArtifact();
        sheet.line(Paper.LEFT, paper.y(), Paper.LEFT + width(), paper.y(), points);
        sheet.end();
    }
}
