package org.tsunagu.fhir.checkup;

import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Patient;

/// The identifier of an insured person (被保険者個人識別子): insurer number, symbol, number and branch, with colons between.
///
/// @param insurer 保険者番号
/// @param symbol 記号
/// @param number 番号
/// @param branch 枝番
record MemberId(String insurer, String symbol, String number, String branch) {

    static final MemberId NONE = new MemberId("", "", "", "");

    private static final int PARTS = 4;

    static String of(Patient person) {
        return String.join(
                ":",
                person.insurerNumber().text(),
                person.symbol().text(),
                person.number().text(),
                person.branch().text());
    }

    /// The parts of an identifier; none when it has another form.
    static MemberId parse(String value) {
        var parts = value.split(":", -1);
        return parts.length == PARTS ? new MemberId(parts[0], parts[1], parts[2], parts[PARTS - 1]) : NONE;
    }

    static Field field(String text) {
        return text.isEmpty() ? Field.ABSENT : Field.of(text);
    }
}
