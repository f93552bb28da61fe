package org.tsunagu.checkupformat.problems;

import java.util.Optional;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.codes.text.Widths;

/// What makes two documents of an archive the same (重複の判定): person, checkup date and kind, compared after NFKC.
final class PersonKey {

    private static final String PREFIX = "P/";
    private static final String SEPARATOR = "\u0000";

    private PersonKey() {}

    /// The key; empty when person or date are not there to compare.
    static Optional<String> of(Header header, String kind) {
        var patient = header.patient();
        var isNobody = patient.number().isEmpty() && patient.name().isEmpty();
        if (isNobody || header.examDate().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(PREFIX
                + String.join(
                        SEPARATOR,
                        Digits.withoutLeftZeros(patient.insurerNumber().text()),
                        Widths.forMatching(patient.symbol().text()),
                        Widths.forMatching(patient.number().text()),
                        Widths.forMatching(patient.branch().text()),
                        Widths.forMatching(patient.name().text()),
                        patient.birth().text(),
                        patient.sex().text(),
                        header.examDate().text(),
                        kind,
                        header.category().text()));
    }
}
