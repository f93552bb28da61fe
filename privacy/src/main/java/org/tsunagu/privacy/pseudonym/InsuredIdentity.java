package org.tsunagu.privacy.pseudonym;

import java.text.Normalizer;
import java.util.Locale;

/// The number of one insured person at one insurer (個人単位の被保険者番号), as ids are made of it: normalised, so that one
/// number written in two ways is one.
///
/// @param insurer eight digits
/// @param branch two digits; empty before branches were given
public record InsuredIdentity(String insurer, String symbol, String number, String branch) {

    private static final int INSURER = 8;
    private static final int BRANCH = 2;

    /// Makes the parts comparable: width, case, blanks, leading zeros.
    public InsuredIdentity {
        insurer = padded(plain(insurer), INSURER);
        symbol = unpadded(plain(symbol));
        number = unpadded(plain(number));
        branch = plain(branch).isEmpty() ? "" : padded(plain(branch), BRANCH);
    }

    /// Whether there is a number at all: without one, no id.
    public boolean isGiven() {
        return !number.isEmpty();
    }

    /// The text that ids are made of.
    public String canonical() {
        return String.join("|", insurer, symbol, number, branch);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s・･\\-‐－ー.]", "")
                .toUpperCase(Locale.ROOT);
    }

    private static String unpadded(String text) {
        var cut = text.replaceFirst("^0+", "");
        return cut.isEmpty() && !text.isEmpty() ? "0" : cut;
    }

    private static String padded(String text, int length) {
        return "0".repeat(Math.max(0, length - text.length())) + text;
    }
}
