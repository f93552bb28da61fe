package org.tsunagu.charts;

import java.util.List;

/// How an area is filled (塗り分け): told apart by lightness and pattern, so that colour is never needed.
enum Fill {
    STRONG("#0031d8", ""),
    HATCHED("#ffd685", "M-1,1 l2,-2 M0,7 l7,-7 M6,8 l2,-2"),
    PALE("#e8f1fe", ""),
    CROSSED("#ffffff", "M0,0 l7,7 M7,0 l-7,7"),
    DOTTED("#ffffff", "M3,3.5 h1"),
    /// Far below the reference of a map.
    FAR_BELOW("#5b8ff9", "M3,3.5 h1"),
    BELOW("#cfe0ff", ""),
    /// As the reference, within the middle class.
    NEAR("#ffffff", ""),
    ABOVE("#ffd6a5", "M-1,1 l2,-2 M0,7 l7,-7 M6,8 l2,-2"),
    FAR_ABOVE("#f08a3c", "M0,0 l7,7 M7,0 l-7,7"),
    /// Too few people, or nothing known.
    NOTHING("#d0d0d0", ""),
    /// Behind lines: from the guidance value on.
    GUIDANCE("#fff9e5", "M3,3.5 h1"),
    /// Behind lines: from the doctor-visit value on.
    REFERRAL("#fdeeee", "M-1,1 l2,-2 M0,7 l7,-7 M6,8 l2,-2");

    private static final String SIZE = "7";

    private final String colour;
    private final String pattern;

    Fill(String colour, String pattern) {
        this.colour = colour;
        this.pattern = pattern;
    }

    /// The fills of the parts of a bar, in order.
    static final List<Fill> PARTS = List.of(STRONG, HATCHED, PALE, CROSSED, DOTTED);

    /// The fills of a map, from far below the reference to far above it, then that of what is not known.
    static final List<Fill> CLASSES = List.of(FAR_BELOW, BELOW, NEAR, ABOVE, FAR_ABOVE, NOTHING);

    String paint(String prefix) {
        return pattern.isEmpty() ? colour : "url(#%s)".formatted(id(prefix));
    }

    String look() {
        return "chart-fill-" + name().toLowerCase(java.util.Locale.ROOT);
    }

    /// Writes the pattern that [#paint] names, if there is one.
    void define(String prefix, Markup svg) {
        if (pattern.isEmpty()) {
            return;
        }
        svg.open("pattern", "id", id(prefix), "width", SIZE, "height", SIZE, "patternUnits", "userSpaceOnUse")
                .empty("rect", List.of("width", SIZE, "height", SIZE, "fill", colour))
                .empty("path", List.of("d", pattern, "stroke", stroke(), "stroke-width", "1"))
                .close();
    }

    private String stroke() {
        return switch (this) {
            case GUIDANCE -> "#c9a227";
            case REFERRAL -> "#e3a0a0";
            default -> "#4a4a4a";
        };
    }

    private String id(String prefix) {
        return prefix + "-" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
