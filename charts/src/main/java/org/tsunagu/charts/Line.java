package org.tsunagu.charts;

import java.util.List;

/// One line of a chart over years (折れ線).
///
/// @param name what the line shows; drawn beside its end when there are several
/// @param readings at most one a year, in any order; a year that is not there is a gap
public record Line(String name, List<Reading> readings) {}
