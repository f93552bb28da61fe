/// Calculations of the command line that go through a CSV row by row (行ごとの計算).
@NullMarked
package org.tsunagu.cli.rows;

import org.jspecify.annotations.NullMarked;
