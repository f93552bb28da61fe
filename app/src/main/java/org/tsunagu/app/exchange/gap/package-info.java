/// What employers' checkups lack of the specific checkup (事業者健診と特定健診の項目の差異).
@NullMarked
package org.tsunagu.app.exchange.gap;

import org.jspecify.annotations.NullMarked;
