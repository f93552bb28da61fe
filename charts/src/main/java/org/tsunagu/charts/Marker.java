package org.tsunagu.charts;

/// The shape that marks a value (印): lines are told apart by it where colour is not to be seen.
enum Marker {
    CIRCLE("m-4.5,0 a4.5,4.5 0 1,0 9,0 a4.5,4.5 0 1,0 -9,0 z"),
    SQUARE("m-4,-4 h8 v8 h-8 z"),
    DIAMOND("m0,-5 l5,5 l-5,5 l-5,-5 z"),
    /// Above what can be written down.
    UP("m0,-6 l6,10 h-12 z"),
    /// Below what can be written down.
    DOWN("m0,6 l6,-10 h-12 z"),
    /// No value.
    CROSS("m-4,-4 l8,8 m0,-8 l-8,8");

    /// No shape reaches further from its middle.
    static final double REACH = 6;

    private final String shape;

    Marker(String shape) {
        this.shape = shape;
    }

    String path(double x, double y) {
        return "M%s,%s %s".formatted(Figures.at(x), Figures.at(y), shape);
    }
}
