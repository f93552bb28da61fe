/// Claims put together from records (レセプト): amounts, and what the review body corrected.
@NullMarked
package org.tsunagu.claimsformat.claim;

import org.jspecify.annotations.NullMarked;
