package org.tsunagu.charts;

/// A finished chart (グラフ): the picture, the same figures as a table, and the sentence that says what is to be seen.
///
/// @param svg one `svg` element, well-formed XML, without style attributes; every text in it is escaped
/// @param table what stands under the chart on every page
/// @param sentence the text alternative, also the description inside the picture
public record Chart(String svg, DataTable table, String sentence) {}
