package org.tsunagu.app.retention;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.tsunagu.rules.legal.Retention.Policy;

/// A deletion of what was kept long enough, with its certificate (削除と証明書).
///
/// @param day by which the terms were judged
/// @param hash of everything that was deleted, in its order; empty while it is going on
/// @param backupsUntil until when backups may still hold what was deleted
public record Run(
        long id,
        LocalDate day,
        Policy policy,
        int backupDays,
        boolean isDone,
        String staffName,
        OffsetDateTime at,
        Optional<OffsetDateTime> doneAt,
        String hash,
        Optional<LocalDate> backupsUntil) {

    /// How many records of a kind were deleted by a row of the rules, or were not.
    public record Count(String kind, String row, String state, int records, int people) {}

    /// A file as received that held what was deleted (原本).
    ///
    /// @param isRemoved otherwise it is kept, because data of others are in it
    public record File(String hash, boolean isRemoved) {}

    /// What the certificate says (証明書の内容).
    public record Certificate(Run run, List<Count> counts, List<File> files) {}
}
