package org.tsunagu.charts;

import java.util.List;

/// The figures of a chart as a table (データ表).
///
/// @param caption what the table shows
/// @param headings one a column; the first column names the rows
/// @param rows cells in the order of the headings; a missing figure is a word or a dash, never blank
public record DataTable(String caption, List<String> headings, List<List<String>> rows) {

    /// A table whose rows all have one cell a heading.
    ///
    /// @throws IllegalArgumentException if a row has more or fewer
    public DataTable {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
        for (var row : rows) {
            if (row.size() != headings.size()) {
                throw new IllegalArgumentException("%d cells under %s".formatted(row.size(), headings));
            }
        }
    }

    /// The table as an HTML element, every text escaped, with headings for rows and columns.
    public String html() {
        var html = new Markup().open("table", "class", "chart-table").leaf("caption", caption);
        html.open("thead").open("tr");
        headings.forEach(heading -> html.leaf("th", heading, "scope", "col"));
        html.close().close().open("tbody");
        for (var row : rows) {
            html.open("tr").leaf("th", row.getFirst(), "scope", "row");
            row.stream().skip(1).forEach(cell -> html.leaf("td", cell));
            html.close();
        }
        return html.close().close().whole();
    }
}
