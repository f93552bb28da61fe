package org.tsunagu.app.planning.document;

import java.time.OffsetDateTime;
import java.util.Optional;

/// A plan as it was approved (承認した計画書).
///
/// @param version from 1 within the period
public record Edition(
        long id,
        int period,
        int version,
        State state,
        String approvedBy,
        OffsetDateTime approvedAt,
        String publishedBy,
        Optional<OffsetDateTime> publishedAt,
        String withdrawnBy,
        Optional<OffsetDateTime> withdrawnAt) {

    /// Who may see it (公表の状態).
    public enum State {
        APPROVED,
        PUBLISHED,
        WITHDRAWN
    }

    /// The files of an edition (計画書のファイル).
    public enum File {
        PDF("application/pdf", "pdf"),
        ODT("application/vnd.oasis.opendocument.text", "odt"),
        PUBLIC_PDF("application/pdf", "pdf"),
        PUBLIC_ODT("application/vnd.oasis.opendocument.text", "odt");

        private final String type;
        private final String ending;

        File(String type, String ending) {
            this.type = type;
            this.ending = ending;
        }

        /// Whether small numbers are masked in it: the others are for whoever may see persons.
        public boolean isForAll() {
            return this == PUBLIC_PDF || this == PUBLIC_ODT;
        }

        /// Its media type.
        public String type() {
            return type;
        }

        /// The ending of its name.
        public String ending() {
            return ending;
        }
    }
}
