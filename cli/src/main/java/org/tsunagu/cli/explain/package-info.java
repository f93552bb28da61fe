/// The command `explain`: rows of the official tables (根拠の表示).
@NullMarked
package org.tsunagu.cli.explain;

import org.jspecify.annotations.NullMarked;
