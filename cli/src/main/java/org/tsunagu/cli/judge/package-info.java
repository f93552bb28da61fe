/// The command `judge`: a CSV of people in, their judgements out (判定).
@NullMarked
package org.tsunagu.cli.judge;

import org.jspecify.annotations.NullMarked;
