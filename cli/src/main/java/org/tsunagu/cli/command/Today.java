package org.tsunagu.cli.command;

import java.time.LocalDate;
import java.time.ZoneId;

/// The day in Japan (今日), wherever the machine stands.
final class Today {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private Today() {}

    static LocalDate inJapan() {
        return LocalDate.now(JAPAN);
    }
}
