/// Diseases and their cost in a run of `claims` (傷病と医療費).
@NullMarked
package org.tsunagu.cli.cost;

import org.jspecify.annotations.NullMarked;
