package org.tsunagu.cli.report.chart;

/// One kind of part of every bar (区分), in the order drawn.
public record Part(String name, Fill fill) {}
