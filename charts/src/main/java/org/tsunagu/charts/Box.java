package org.tsunagu.charts;

/// A rectangle of a picture (四角), in units of its view box, y downwards.
record Box(double x, double y, double width, double height) {

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }
}
