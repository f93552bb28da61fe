/// Charts as SVG (グラフ): one string, readable without colours, always with a title and a sentence.
@NullMarked
package org.tsunagu.cli.report.chart;

import org.jspecify.annotations.NullMarked;
