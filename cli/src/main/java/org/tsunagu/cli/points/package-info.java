/// The command `points`: points of guidance (支援ポイントの計算).
@NullMarked
package org.tsunagu.cli.points;

import org.jspecify.annotations.NullMarked;
