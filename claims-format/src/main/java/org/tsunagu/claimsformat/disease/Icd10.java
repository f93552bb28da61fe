package org.tsunagu.claimsformat.disease;

import java.util.Locale;

/// An ICD-10 code as classes match it (ICD-10の照合形): without dots, upper case.
final class Icd10 {

    /// Letter and two digits: the category.
    static final int CATEGORY = 3;
    /// The longest part that classes look at.
    static final int LONGEST = 4;

    private Icd10() {}

    /// The form for matching: `e11.65` becomes `E1165`.
    static String normal(String code) {
        return code.indexOf('.') < 0 && isUpper(code)
                ? code
                : code.replace(".", "").toUpperCase(Locale.ROOT);
    }

    private static boolean isUpper(String code) {
        for (var i = 0; i < code.length(); i++) {
            if (code.charAt(i) >= 'a' && code.charAt(i) <= 'z') {
                return false;
            }
        }
        return true;
    }
}
