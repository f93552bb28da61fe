package org.tsunagu.checkupformat.cda;

import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.codes.item.Decimals;
import org.tsunagu.codes.time.Dates;

/// What a document must be like to be written (書き出しの条件): whatever breaks the official schema, would lose a value,
/// or leaves out a part of the header that the format demands. Messages name place and check, never a person's data.
final class Strict {

    private Strict() {}

    /// @throws IllegalArgumentException naming the place, unless the condition holds
    static void require(boolean condition, String place, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException("cannot be written: %s: %s".formatted(place, otherwise));
        }
    }

    /// A text that must be there.
    static String present(Field field, String place) {
        require(!field.isEmpty(), place, "CHK-XML-003 missing");
        return field.text();
    }

    /// A date that must be there, a real day as `YYYYMMDD`.
    static String date(Field field, String place) {
        require(Dates.compact(present(field, place)).isPresent(), place, "CHK-XML-024 not a day of the calendar");
        return field.text();
    }

    /// A number that must be there, of so many digits.
    static String digits(Field field, int length, String place) {
        return digits(present(field, place), length, length, place);
    }

    /// A number of digits within these lengths.
    static String digits(String text, int shortest, int longest, String place) {
        var digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
        require(
                digits && text.length() >= shortest && text.length() <= longest,
                place,
                "CHK-XML-003 not a number of %d to %d digits".formatted(shortest, longest));
        return text;
    }

    /// A code that must be there: no white space in it.
    static String code(Field field, String place) {
        return token(present(field, place), place);
    }

    /// A code or unit, which may be empty: no white space in it (`cs` of the schema).
    static String token(String text, String place) {
        for (var i = 0; i < text.length(); i++) {
            require(!Character.isWhitespace(text.charAt(i)), place, "CHK-XML-003 white space in a code");
        }
        return text;
    }

    /// An OID, which may be empty.
    static String oid(String text, String place) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            require(c == '.' || (c >= '0' && c <= '9'), place, "CHK-XML-003 not an OID");
        }
        require(!text.startsWith(".") && !text.endsWith("."), place, "CHK-XML-003 not an OID");
        return text;
    }

    /// A plain decimal, which may be empty.
    static String decimal(String text, String place) {
        require(text.isEmpty() || Decimals.parse(text) != null, place, "CHK-XML-003 not a plain decimal number");
        return text;
    }
}
