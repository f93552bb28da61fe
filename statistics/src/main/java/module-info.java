/// Fair comparisons (統計): standardised ratios with intervals, small areas, funnel plots. Pure mathematics.
@org.jspecify.annotations.NullMarked
module org.tsunagu.statistics {
    requires static transitive org.jspecify;
    requires hipparchus.core;

    exports org.tsunagu.statistics.area;
    exports org.tsunagu.statistics.ratio;
    exports org.tsunagu.statistics.result;
}
