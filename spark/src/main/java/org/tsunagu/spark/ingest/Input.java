package org.tsunagu.spark.ingest;

import java.io.Serializable;

/// One file to take in (入力ファイル), the unit of the work: one task, and either all of it is in the mart or nothing.
///
/// @param path as every machine sees it
record Input(Kind kind, String path, long size) implements Serializable {

    /// What a file holds.
    enum Kind {
        /// An archive with checkup documents (健診結果のアーカイブ).
        CHECKUPS,
        /// A file or an archive with claims (レセプト).
        CLAIMS,
        /// A register of members (資格台帳).
        REGISTER
    }
}
