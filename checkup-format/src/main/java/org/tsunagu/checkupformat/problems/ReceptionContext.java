package org.tsunagu.checkupformat.problems;

import java.time.LocalDate;
import java.util.Optional;
import org.tsunagu.codes.insurer.InsurerNumber;

/// What the reception knows beside the files (受付の条件).
///
/// @param receivedOn day of reception: nothing in a document may lie after it
/// @param receiver the insurer that receives; when given, an archive addressed to another is refused (CHK-ARC-015)
/// @param checkDigits whether check digits of insurer and facility numbers are judged; published test data breaks them
public record ReceptionContext(LocalDate receivedOn, Optional<InsurerNumber> receiver, boolean checkDigits) {

    /// The usual reception: any receiver, check digits judged.
    public static ReceptionContext on(LocalDate receivedOn) {
        return new ReceptionContext(receivedOn, Optional.empty(), true);
    }

    /// The same for one insurer.
    public ReceptionContext addressedTo(InsurerNumber insurer) {
        return new ReceptionContext(receivedOn, Optional.of(insurer), checkDigits);
    }

    /// The same for test data (検証番号を見ない).
    public ReceptionContext withTestData() {
        return new ReceptionContext(receivedOn, receiver, false);
    }
}
