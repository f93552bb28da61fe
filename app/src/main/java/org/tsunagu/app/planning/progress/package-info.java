/// This year against the plan (進捗): who came, who was invited, who will miss the year, by employer and facility.
@NullMarked
package org.tsunagu.app.planning.progress;

import org.jspecify.annotations.NullMarked;
