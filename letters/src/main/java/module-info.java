/// Letters on paper (通知の印刷): A4 PDF for one or thousands, Japanese fonts inside, the address in the
/// window.
@org.jspecify.annotations.NullMarked
module org.tsunagu.letters {
    requires static transitive org.jspecify;
    requires transitive org.tsunagu.codes;
    requires transitive org.tsunagu.rules;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires org.apache.fontbox;
    requires okapibarcode;
    requires java.desktop;
    requires java.xml;

    exports org.tsunagu.letters;
    exports org.tsunagu.letters.layout;
    exports org.tsunagu.letters.notice;
    exports org.tsunagu.letters.picture;
    exports org.tsunagu.letters.report;
}
