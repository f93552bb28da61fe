package org.tsunagu.app.intake;

import java.time.LocalDate;
import java.util.Optional;

/// A document of a delivery (受け取った文書) as far as its header goes.
///
/// @param match NUMBER, LINKED, DECIDED, DOUBTFUL, NONE, EARLIER (from an earlier insurer) or NOT_ASKED
/// @param memberId 0 while nobody is known
/// @param birth eight digits as written
/// @param otherInsurer number of the insurer it names, when that is another one than ours; else empty
public record Document(
        long id,
        long deliveryId,
        String entry,
        String kind,
        String status,
        String match,
        long memberId,
        Optional<LocalDate> examDate,
        String symbol,
        String number,
        String branch,
        String kana,
        String sex,
        String birth,
        String postalCode,
        String facility,
        int version,
        String otherInsurer) {

    /// Whether it was handed over by another insurer.
    public boolean isFromEarlierInsurer() {
        return !otherInsurer.isEmpty();
    }
}
