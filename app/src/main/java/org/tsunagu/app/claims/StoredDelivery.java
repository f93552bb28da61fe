package org.tsunagu.app.claims;

import java.time.LocalDate;
import java.util.Optional;
import org.tsunagu.app.access.InsurerId;

/// A delivery as the work on it needs it (処理対象の受領).
///
/// @param isReplacing whether what there was of its months and kinds counts no more
/// @param replacedMonth the only claim month that is replaced; empty for all that it holds
record StoredDelivery(
        long id,
        InsurerId insurer,
        String insurerNumber,
        String original,
        String name,
        boolean isReplacing,
        Optional<LocalDate> replacedMonth) {

    /// The same as one that replaces what there is of all its months.
    StoredDelivery replacing() {
        return new StoredDelivery(id, insurer, insurerNumber, original, name, true, Optional.empty());
    }

    /// The same as one whose claims come to those that are there.
    StoredDelivery adding() {
        return new StoredDelivery(id, insurer, insurerNumber, original, name, false, Optional.empty());
    }
}
