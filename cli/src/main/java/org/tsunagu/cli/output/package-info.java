/// Files that appear under their names only when they are whole (結果ファイル).
@NullMarked
package org.tsunagu.cli.output;

import org.jspecify.annotations.NullMarked;
