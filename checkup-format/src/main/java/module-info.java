/// The national checkup format (特定健診の電子的な標準様式): archives, CDA documents, index and
/// summary, settlement files and their arithmetic, employer CSV.
@org.jspecify.annotations.NullMarked
module org.tsunagu.checkupformat {
    requires static transitive org.jspecify;
    requires transitive org.tsunagu.codes;
    requires java.xml;
    requires com.fasterxml.aalto;
    requires org.codehaus.stax2;
    requires de.siegmar.fastcsv;

    exports org.tsunagu.checkupformat.archive;
    exports org.tsunagu.checkupformat.cda;
    exports org.tsunagu.checkupformat.csv;
    exports org.tsunagu.checkupformat.document;
    exports org.tsunagu.checkupformat.problems;
    exports org.tsunagu.checkupformat.settlement;
}
