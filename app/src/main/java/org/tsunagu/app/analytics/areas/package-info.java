/// Maps that an insurer loads: outlines of areas from GeoJSON (地図の読み込み).
@NamedInterface("areas")
@NullMarked
package org.tsunagu.app.analytics.areas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
