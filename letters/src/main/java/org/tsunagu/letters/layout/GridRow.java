package org.tsunagu.letters.layout;

import java.util.List;

/// A row of a [Grid] (行).
///
/// @param cells one a column; the first names the row
/// @param emphasis whether it is bold on grey: seen without colour
public record GridRow(List<String> cells, boolean emphasis) {}
