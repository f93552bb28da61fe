/// The HTML report of `check` (点検結果のページ): one page that stands alone, for clerks and public-health nurses.
@NullMarked
package org.tsunagu.cli.report;

import org.jspecify.annotations.NullMarked;
