/// Charts as SVG (グラフ): one string for screen, paper and test, readable without colours, with its table and sentence.
@org.jspecify.annotations.NullMarked
module org.tsunagu.charts {
    requires static transitive org.jspecify;
    requires transitive org.tsunagu.codes;

    exports org.tsunagu.charts;
}
