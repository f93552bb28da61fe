package org.tsunagu.checkupformat.problems;

import org.tsunagu.codes.text.Widths;

/// The checks of the person's address (住所のチェック): CHK-HDR-009, and CHK-HDR-010 for guidance.
final class AddressChecks {

    private static final int POSTAL_LENGTH = 8;
    private static final int POSTAL_HYPHEN = 3;
    private static final String HYPHENS = "-－‐−ー―";
    private static final char POSTAL_MARK = '〒';

    private final int addressBytes = Limits.shipped().integer("address_bytes");

    void check(Subject subject) {
        var address = subject.header().patient().address();
        if (subject.isGuidance()) {
            if (!address.text().isEmpty()) {
                subject.findings().field("CHK-HDR-010", address.text());
            }
            return;
        }
        var text = address.text();
        var postal = address.postalCode();
        if (!isAddress(text.text())) {
            subject.reportOutline("CHK-HDR-009", text);
        } else if (!isPostalCode(postal.text()) && (postal.isThere() || text.isThere())) {
            subject.reportOutline("CHK-HDR-009", postal);
        }
    }

    boolean isAddress(String text) {
        return Widths.allFull(text)
                && !Widths.hasSpace(text)
                && !beginsWithPostalCode(text)
                && Texts.fits(text, addressBytes);
    }

    static boolean isPostalCode(String text) {
        return text.length() == POSTAL_LENGTH
                && text.charAt(POSTAL_HYPHEN) == '-'
                && Digits.only(text.substring(0, POSTAL_HYPHEN))
                && Digits.only(text.substring(POSTAL_HYPHEN + 1));
    }

    /// A full-width postal code in front of the address, with or without the mark 〒.
    private static boolean beginsWithPostalCode(String text) {
        if (text.indexOf(POSTAL_MARK) >= 0) {
            return true;
        }
        if (text.length() < POSTAL_LENGTH || HYPHENS.indexOf(text.charAt(POSTAL_HYPHEN)) < 0) {
            return false;
        }
        for (var i = 0; i < POSTAL_LENGTH; i++) {
            if (i != POSTAL_HYPHEN && !Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
