package org.tsunagu.letters;

import java.time.LocalDate;
import java.util.Optional;

/// One letter (通知).
///
/// @param serial number in the run, visible ASCII, such as `26-000123`; printed as barcode for returned mail
/// @param date date printed on it
/// @param link address of a page about this letter, printed as QR code; it holds a random token, never personal data
public record Letter(String serial, Addressee to, Sender from, LocalDate date, Optional<String> link, Body body) {

    /// A letter whose serial number and link a barcode can hold.
    ///
    /// @throws IllegalArgumentException if one is empty, too long or has other characters
    public Letter {
        if (!serial.matches("[!-~]{1,16}")) {
            throw new IllegalArgumentException("serial number: 1 to 16 visible ASCII characters");
        }
        if (!link.orElse("https:").matches("[!-~]{1,200}")) {
            throw new IllegalArgumentException("link: 1 to 200 visible ASCII characters");
        }
    }
}
