package org.tsunagu.app.guidance;

import java.math.BigDecimal;
import java.util.Optional;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.letters.notice.NoticeItems;

/// Values of a checkup as the rules of guidance need them (健診の測定値), with the decimals they were recorded with.
final class Measured {

    private Measured() {}

    static Optional<BigDecimal> of(String variable, CheckupValues values) {
        return NoticeItems.items(variable)
                .map(values::get)
                .filter(value -> value.state().isValue())
                .flatMap(value -> Optional.ofNullable(value.number()).stream())
                .findFirst();
    }
}
