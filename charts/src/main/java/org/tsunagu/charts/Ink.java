package org.tsunagu.charts;

import java.util.List;

/// How a shape looks (描き方): a CSS class for the page, and attributes so that the picture is right without
/// the page. There is never a style attribute: the pages forbid them.
enum Ink {
    GRID("class chart-grid stroke #d9d9d9 stroke-width 1"),
    AXIS("class chart-axis stroke #595959 stroke-width 1"),
    LINE("class chart-line fill none stroke #0017c1 stroke-width 2"),
    SECOND_LINE("class chart-line-2 fill none stroke #c74700 stroke-width 2 stroke-dasharray 6,3"),
    THIRD_LINE("class chart-line-3 fill none stroke #115a36 stroke-width 2 stroke-dasharray 2,3"),
    POINT("class chart-point fill #ffffff stroke #0017c1 stroke-width 2"),
    SECOND_POINT("class chart-point-2 fill #ffffff stroke #c74700 stroke-width 2"),
    THIRD_POINT("class chart-point-3 fill #ffffff stroke #115a36 stroke-width 2"),
    CROSS("class chart-cross fill none stroke #595959 stroke-width 2"),
    GUIDANCE_LIMIT("class chart-limit-guidance stroke #6b4d00 stroke-width 1 stroke-dasharray 5,3"),
    REFERRAL_LIMIT("class chart-limit-referral stroke #8b0000 stroke-width 1.5"),
    /// An area of a map.
    BORDER("class chart-border stroke #1a1a1a stroke-width 0.7 stroke-linejoin round"),
    MIDDLE("class chart-middle stroke #1a1a1a stroke-width 1.5"),
    OUTLINE("class chart-outline stroke #1a1a1a stroke-width 1"),
    TEXT("class chart-text fill #1a1a1a font-size 13"),
    SMALL("class chart-small fill #414141 font-size 11"),
    VALUE("class chart-value fill #1a1a1a font-size 12 font-weight bold"),
    HALO("class chart-halo fill none stroke #ffffff stroke-width 4 stroke-linejoin round");

    private final String attributes;

    Ink(String attributes) {
        this.attributes = attributes;
    }

    /// Class and attributes, names and values in turn.
    List<String> attributes() {
        return List.of(attributes.split(" "));
    }

    /// The size of writing.
    double size() {
        var all = attributes();
        var at = all.indexOf("font-size");
        if (at < 0) {
            throw new IllegalStateException("nothing is written in " + this);
        }
        return Double.parseDouble(all.get(at + 1));
    }
}
