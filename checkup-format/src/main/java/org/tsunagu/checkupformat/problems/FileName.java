package org.tsunagu.checkupformat.problems;

import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.time.Dates;

/// Names of files in DATA and CLAIMS (ファイル名): `[hcgp]` + facility 10 + `YYYYMMDD` + number of the day 1 + service kind
/// 1 +
/// sequence 6 + `.xml`.
final class FileName {

    private static final int DIGITS = 26;
    private static final int DATE = 11;
    private static final int DATE_END = 19;
    private static final int SERVICE_KIND = 20;
    private static final String SUFFIX = ".xml";

    private FileName() {}

    /// The part of a path behind the last folder.
    static String base(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The folder a path lies in, without the folders above; empty for none.
    static String folder(String path) {
        var end = path.lastIndexOf('/');
        return end < 0 ? "" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    /// Whether the name follows the rule.
    static boolean isRegular(String base) {
        return base.length() == 1 + DIGITS + SUFFIX.length()
                && base.endsWith(SUFFIX)
                && "hcgp".indexOf(base.charAt(0)) >= 0
                && Digits.only(base.substring(1, 1 + DIGITS))
                && base.charAt(SERVICE_KIND) >= '1'
                && base.charAt(SERVICE_KIND) <= '5'
                && Dates.compact(base.substring(DATE, DATE_END)).isPresent();
    }

    /// The letter of the kind in a regular name; a space for a name that does not follow the rule.
    static char letter(Place place) {
        var base = base(place.entry().isEmpty() ? place.file() : place.entry());
        return isRegular(base) ? base.charAt(0) : ' ';
    }
}
