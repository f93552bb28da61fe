/// CSV as bytes (CSVの書き出し).
@NullMarked
package org.tsunagu.cli.csv;

import org.jspecify.annotations.NullMarked;
