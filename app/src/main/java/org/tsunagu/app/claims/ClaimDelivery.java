package org.tsunagu.app.claims;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// A file with claims that was received (受け取ったレセプトファイル).
///
/// @param original SHA-256 of its bytes
/// @param isReplacing whether what there was of its months and kinds counts no more
/// @param state WAITING, READING, PUBLISHED or REFUSED
/// @param claims that were taken from it; `others` those of other insurers, which were not
/// @param read claims read so far while it is busy
public record ClaimDelivery(
        long id,
        String original,
        String name,
        String channel,
        boolean isReplacing,
        String state,
        int claims,
        int others,
        long read,
        OffsetDateTime receivedAt,
        String receivedBy,
        Optional<OffsetDateTime> publishedAt) {

    /// Whether something is still being done with it.
    public boolean isBusy() {
        return state.equals("WAITING") || state.equals("READING");
    }

    /// What it holds of a claim month and kind (請求年月・種類ごとの内訳).
    ///
    /// @param state STAGED, CURRENT or REPLACED
    /// @param counted claims that count
    public record Part(YearMonth claimMonth, String kind, String state, int claims, int counted, long yen) {}

    /// Corrections whose claim has not come yet (レセプトのない補正).
    ///
    /// @param claimId 0 while it has not
    public record Waiting(
            long deliveryId,
            String name,
            String entry,
            int line,
            String searchNumber,
            int instructions,
            long claimId) {}

    /// How often a finding occurs.
    public record Count(String code, String severity, int count) {}

    /// A page of what stands in a list.
    public record Listed<T>(List<T> rows, int all) {

        /// Copies the rows.
        public Listed {
            rows = List.copyOf(rows);
        }
    }
}
