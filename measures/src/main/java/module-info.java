/// Measures that count many people (多数の集計): one SQL file each, the same text on every engine, over a mart that holds
/// what the rules have decided.
@org.jspecify.annotations.NullMarked
module org.tsunagu.measures {
    requires static transitive org.jspecify;
    requires transitive java.sql;
    requires transitive org.tsunagu.codes;
    requires duckdb.jdbc;

    exports org.tsunagu.measures;
    exports org.tsunagu.measures.count;
    exports org.tsunagu.measures.mart;
}
