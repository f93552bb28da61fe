package org.tsunagu.app.reporting;

import java.util.List;

/// Something missing or to be looked at (不足・確認), with what it would change.
///
/// @param kind row of `gaps.tsv`
/// @param checkupId and `documentId`: 0 for none
/// @param detail codes: missing groups, why it is held, rows of rules
/// @param indicator whose rate it would change; empty for none
/// @param above and `below`: by how many people
record Gap(String kind, long checkupId, long documentId, List<String> detail, String indicator, int above, int below) {

    static Gap without(String kind, long checkupId, long documentId, List<String> detail) {
        return new Gap(kind, checkupId, documentId, detail, "", 0, 0);
    }
}
