package org.tsunagu.app.analytics;

import java.io.IOException;
import java.sql.SQLException;
import org.springframework.stereotype.Component;
import org.tsunagu.app.lists.MartEntries;
import org.tsunagu.measures.mart.MartRows;

/// Writes who stood on which list of people within a fiscal year into the mart (抽出リストの書き込み).
@Component
class MartLists {

    private final MartEntries entries;

    MartLists(MartEntries entries) {
        this.entries = entries;
    }

    void write(MartClaims.Target to) throws IOException, SQLException {
        if (!entries.isMade(to.year())) {
            // No partition: a year without lists is not a year with nobody on them.
            return;
        }
        try (var rows = to.mart().write(to.of("list_entry"), "")) {
            entries.each(to.year(), entry -> row(to, entry, rows));
        }
        to.tally().written++;
    }

    /// A row that cannot be written ends the making.
    private static void row(MartClaims.Target to, MartEntries.Entry entry, MartRows rows) {
        try {
            rows.row()
                    .text(entry.list())
                    .text(to.ids().id(entry.memberId()))
                    .text(to.insurer())
                    .number(to.year().year())
                    .truth(entry.isContacted())
                    .truth(entry.isSeen());
        } catch (SQLException e) {
            throw new IllegalStateException("an entry of a list could not be written into the mart", e);
        }
    }
}
