/// Archives that are handed over (引継ぎファイル): to the next insurer, to the wide-area union, and for
/// viewing.
@NullMarked
package org.tsunagu.app.exchange.handover;

import org.jspecify.annotations.NullMarked;
