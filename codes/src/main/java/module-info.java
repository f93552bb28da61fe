/// Code masters, official tables and the value types every other module speaks in.
@org.jspecify.annotations.NullMarked
module org.tsunagu.codes {
    requires static transitive org.jspecify;

    exports org.tsunagu.codes.care;
    exports org.tsunagu.codes.facility;
    exports org.tsunagu.codes.insurer;
    exports org.tsunagu.codes.item;
    exports org.tsunagu.codes.person;
    exports org.tsunagu.codes.problem;
    exports org.tsunagu.codes.table;
    exports org.tsunagu.codes.text;
    exports org.tsunagu.codes.ticket;
    exports org.tsunagu.codes.time;
}
