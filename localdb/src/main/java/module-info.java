/// The embedded PostgreSQL (内蔵データベース): unpacks, makes, starts, takes over and stops a real server.
@org.jspecify.annotations.NullMarked
module org.tsunagu.localdb {
    requires static org.jspecify;
    requires org.apache.commons.compress;

    exports org.tsunagu.localdb;
}
