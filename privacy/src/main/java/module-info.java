/// What may leave the house (秘匿): small cells of tables masked, with an audit of what can still be worked
/// out; pseudonymous ids; de-identified extracts with their re-identification risk.
@org.jspecify.annotations.NullMarked
module org.tsunagu.privacy {
    requires static transitive org.jspecify;
    requires transitive org.tsunagu.codes;
    requires ojalgo;

    exports org.tsunagu.privacy.extract;
    exports org.tsunagu.privacy.masking;
    exports org.tsunagu.privacy.pseudonym;
}
