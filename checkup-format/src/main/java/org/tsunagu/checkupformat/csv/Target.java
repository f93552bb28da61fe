package org.tsunagu.checkupformat.csv;

import java.util.Locale;
import java.util.Optional;

/// What a column of a map can mean besides an item (列の意味).
enum Target {
    INSURER_NUMBER,
    SYMBOL,
    NUMBER,
    BRANCH,
    NAME_KANA,
    SEX,
    BIRTH_DATE,
    POSTAL_CODE,
    ADDRESS,
    EXAM_DATE,
    FACILITY_NUMBER,
    FACILITY_NAME,
    TICKET_NUMBER,
    /// Day the file was made.
    CREATED_DATE,
    /// Number of persons in the trailer of a file of records.
    PERSON_COUNT,
    /// From this position on, the cells are headings (record with headings) or values.
    ITEMS,
    /// Known and passed over.
    IGNORED;

    /// The word in a map.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Target> of(String word) {
        for (var target : values()) {
            if (target.word().equals(word)) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }
}
