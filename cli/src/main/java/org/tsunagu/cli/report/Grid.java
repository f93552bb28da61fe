package org.tsunagu.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.tsunagu.charts.Markup;

/// A table with caption and headings (表). On a narrow screen it scrolls in its own box, which the keyboard can reach.
public final class Grid {

    private final String id;
    private final String caption;
    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    /// An empty table.
    ///
    /// @param id unique in the page
    public Grid(String id, String caption, List<String> headings) {
        this.id = id;
        this.caption = caption;
        this.headings = headings;
    }

    /// Adds a row: first its heading, then its cells.
    public Grid row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /// Adds a row: first its heading, then its cells.
    public Grid row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /// Writes the table.
    public void write(Markup html) {
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-labelledby", id)
                .open("table")
                .leaf("caption", caption, "id", id)
                .open("thead")
                .open("tr");
        for (var i = 0; i < headings.size(); i++) {
            html.leaf("th", headings.get(i), "scope", "col", "class", look(i));
        }
        html.close().close().open("tbody");
        for (var row : rows) {
            html.open("tr").leaf("th", row.getFirst(), "scope", "row");
            for (var i = 1; i < row.size(); i++) {
                html.leaf("td", row.get(i), "class", look(i));
            }
            html.close();
        }
        html.close().close().close();
    }

    /// Numbers, shares and counts with a share stand flush right, under their heading.
    private String look(int column) {
        return column > 0 && rows.stream().map(row -> row.get(column)).allMatch(Grid::isNumber) ? "number" : "words";
    }

    private static boolean isNumber(String cell) {
        return cell.chars().allMatch(character -> "0123456789,.%()- ".indexOf(character) >= 0);
    }
}
