package org.tsunagu.letters.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Breaks text into lines (行分割) by the Japanese rules: anywhere between full-width characters but where [Kinsoku]
/// forbids it; what may not begin a line takes its neighbour with it (追い出し). A word too long for a line is cut.
public final class LineBreaker {

    private final Kinsoku kinsoku;
    private final IntToDoubleFunction width;

    /// A breaker for one way of setting text.
    ///
    /// @param width of one character, in the unit of the lines
    public LineBreaker(Kinsoku kinsoku, IntToDoubleFunction width) {
        this.kinsoku = kinsoku;
        this.width = width;
    }

    /// The lines of a text, at least one; a line feed begins a new one.
    public List<String> lines(String text, double room) {
        var lines = new ArrayList<String>();
        for (var part : text.split("\n", -1)) {
            part(part, room, lines);
        }
        return lines;
    }

    private void part(String text, double room, List<String> lines) {
        var characters = text.codePoints().toArray();
        var from = 0;
        do {
            var to = end(characters, from, room);
            lines.add(new String(characters, from, to - from).strip());
            from = to;
            while (from < characters.length && characters[from] == ' ') {
                from++;
            }
        } while (from < characters.length);
    }

    /// Where the line that begins at `from` ends: at the last allowed place that fits, else where the room ends.
    private int end(int[] characters, int from, double room) {
        var used = 0.0;
        var allowed = from;
        for (var i = from; i < characters.length; i++) {
            used += width.applyAsDouble(characters[i]);
            if (used > room && characters[i] != ' ') {
                return allowed > from ? allowed : Math.max(i, from + 1);
            }
            if (i + 1 < characters.length && kinsoku.mayBreak(characters[i], characters[i + 1])) {
                allowed = i + 1;
            }
        }
        return characters.length;
    }
}
