package org.tsunagu.letters.layout;

import java.util.List;

/// A table on paper (表): its headings are repeated on every page.
public record Grid(List<Column> columns, List<GridRow> rows) {}
