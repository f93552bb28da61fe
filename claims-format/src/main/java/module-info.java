/// Electronic claims (電子レセプト): reading what providers send and what insurers receive, the review
/// body's corrections, masters by edition, disease classes, and the cost of a disease.
@org.jspecify.annotations.NullMarked
module org.tsunagu.claimsformat {
    requires static transitive org.jspecify;
    requires transitive org.tsunagu.codes;

    exports org.tsunagu.claimsformat.allocation;
    exports org.tsunagu.claimsformat.claim;
    exports org.tsunagu.claimsformat.disease;
    exports org.tsunagu.claimsformat.drug;
    exports org.tsunagu.claimsformat.master;
    exports org.tsunagu.claimsformat.problems;
    exports org.tsunagu.claimsformat.record;
}
