/// Who is this person (名寄せ): normalising Japanese and other names and numbers, probabilistic matching without labels.
@org.jspecify.annotations.NullMarked
module org.tsunagu.linkage {
    requires static transitive org.jspecify;
    requires transitive org.tsunagu.codes;

    exports org.tsunagu.linkage.block;
    exports org.tsunagu.linkage.column;
    exports org.tsunagu.linkage.field;
    exports org.tsunagu.linkage.model;
    exports org.tsunagu.linkage.normal;
}
