package org.tsunagu.charts;

/// Which end of a text stands at its place (文字揃え).
enum Anchor {
    START("start"),
    MIDDLE("middle"),
    END("end");

    private final String word;

    Anchor(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
