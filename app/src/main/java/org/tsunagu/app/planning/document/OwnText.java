package org.tsunagu.app.planning.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tsunagu.letters.report.Block;

/// Reads the text of a section (節の文): each line is a paragraph; lines that begin with ・ are a list, lines with ｜ a
/// table, whose first line names the columns when there are more than two.
final class OwnText {

    private static final String POINT = "・";
    private static final String BORDER = "｜";
    private static final int NAMED_COLUMNS = 3;

    private final List<Block> blocks = new ArrayList<>();
    private final List<String> points = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    private OwnText() {}

    static List<Block> blocks(String text) {
        var reading = new OwnText();
        text.lines().map(String::strip).forEach(reading::line);
        reading.endList();
        reading.endTable();
        return List.copyOf(reading.blocks);
    }

    private void line(String line) {
        if (line.startsWith(POINT)) {
            endTable();
            points.add(line.substring(1).strip());
        } else if (line.contains(BORDER)) {
            endList();
            rows.add(Arrays.stream(line.split(BORDER, -1)).map(String::strip).toList());
        } else {
            endList();
            endTable();
            if (!line.isEmpty()) {
                blocks.add(new Block.Paragraph(line));
            }
        }
    }

    private void endList() {
        if (!points.isEmpty()) {
            blocks.add(new Block.Bullets(points));
            points.clear();
        }
    }

    private void endTable() {
        if (rows.isEmpty()) {
            return;
        }
        var columns = rows.stream().mapToInt(List::size).max().orElse(1);
        var whole = rows.stream().map(row -> filled(row, columns)).toList();
        var isNamed = columns >= NAMED_COLUMNS && whole.size() > 1;
        blocks.add(new Block.Table(
                "",
                isNamed ? whole.getFirst() : filled(List.of(), columns),
                whole.stream()
                        .skip(isNamed ? 1 : 0)
                        .map(row -> new Block.Row(row, false))
                        .toList(),
                false));
        rows.clear();
    }

    private static List<String> filled(List<String> row, int columns) {
        var cells = new ArrayList<>(row);
        while (cells.size() < columns) {
            cells.add("");
        }
        return cells;
    }
}
