/// Figures with their intervals, adjusted for age, as funnels, maps and comparisons, and what may leave
/// (図表).
@NullMarked
package org.tsunagu.app.analytics.figures;

import org.jspecify.annotations.NullMarked;
