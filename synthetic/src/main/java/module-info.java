/// An invented insurer (人工データ): members, families, employers and their checkups, for demo, tests and load.
@org.jspecify.annotations.NullMarked
module org.tsunagu.synthetic {
    requires static transitive org.jspecify;
    requires transitive org.tsunagu.checkupformat;
    requires transitive org.tsunagu.claimsformat;
    requires transitive org.tsunagu.rules;

    exports org.tsunagu.synthetic;
    exports org.tsunagu.synthetic.defects;
}
