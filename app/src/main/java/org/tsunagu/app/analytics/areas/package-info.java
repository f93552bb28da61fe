/// Maps that an insurer loads: outlines of areas from GeoJSON (地図の読み込み).
@NullMarked
package org.tsunagu.app.analytics.areas;

import org.jspecify.annotations.NullMarked;
