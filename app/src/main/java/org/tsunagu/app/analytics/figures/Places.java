package org.tsunagu.app.analytics.figures;

import java.math.BigDecimal;
import java.util.List;
import org.tsunagu.measures.Measure;
import org.tsunagu.measures.count.Figure;
import org.tsunagu.statistics.area.Place;

/// Layers of people as places and as figures (地点への変換).
final class Places {

    private Places() {}

    /// All people of a place as one figure.
    static Figure figure(Measure measure, String name, Layers layers) {
        var part = BigDecimal.valueOf(layers.part());
        var whole = BigDecimal.valueOf(layers.whole());
        return new Figure(List.of(name), part, whole, measure.value(part, whole));
    }

    /// A place with what is expected at the rates of all together.
    static Place place(String name, Layers layers, Layers all) {
        return new Place(name, layers.part(), layers.expected(all::rate), List.of());
    }

    /// Whether something is expected there.
    static boolean hasExpected(Layers layers, Layers all) {
        return layers.expected(all::rate) > 0;
    }
}
