/// Published figures to compare with: the nation, the prefectures, the programme (公表値).
@NullMarked
package org.tsunagu.app.analytics.reference;

import org.jspecify.annotations.NullMarked;
