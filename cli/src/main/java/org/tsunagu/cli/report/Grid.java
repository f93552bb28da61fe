package org.tsunagu.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.tsunagu.cli.report.chart.Markup;

/// A table with caption and headings (表). On a narrow screen it scrolls in its own box, which the keyboard can reach.
final class Grid {

    private final String id;
    private final String caption;
    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    /// An empty table.
    ///
    /// @param id unique in the page
    Grid(String id, String caption, List<String> headings) {
        this.id = id;
        this.caption = caption;
        this.headings = headings;
    }

    /// Adds a row: first its heading, then its cells.
    Grid row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    Grid row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    void write(Markup html) {
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-labelledby", id)
                .open("table")
                .leaf("caption", caption, "id", id)
                .open("thead")
                .open("tr");
        headings.forEach(heading -> html.leaf("th", heading, "scope", "col"));
        html.close().close().open("tbody");
        for (var row : rows) {
            html.open("tr").leaf("th", row.getFirst(), "scope", "row");
            row.stream().skip(1).forEach(cell -> html.leaf("td", cell, "class", isNumber(cell) ? "number" : "words"));
            html.close();
        }
        html.close().close().close();
    }

    /// Numbers, shares and counts with a share stand flush right.
    private static boolean isNumber(String cell) {
        return cell.chars().allMatch(character -> "0123456789,.%()- ".indexOf(character) >= 0);
    }
}
