package org.tsunagu.codes.insurer;

import org.tsunagu.codes.text.Widths;

/// The check digit (検証番号) of insurer, payment agency and facility numbers: digits weighted 2, 1, 2, 1 … from the
/// right, the digits of the products added, the sum brought to the next ten.
///
/// Source: 保険者番号設定要領 (secondary), verified on 95 published facility numbers.
public final class CheckDigit {

    private CheckDigit() {}

    /// Whether the last digit is the check digit of those before it; `false` for anything but two or more ASCII digits.
    public static boolean holds(String number) {
        return number.length() > 1
                && Widths.allDigits(number)
                && number.charAt(number.length() - 1) == of(number.substring(0, number.length() - 1));
    }

    /// The check digit of a body of ASCII digits.
    public static char of(String body) {
        var sum = 0;
        for (var i = 0; i < body.length(); i++) {
            var fromRight = body.length() - 1 - i;
            var product = (body.charAt(i) - '0') * (fromRight % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
