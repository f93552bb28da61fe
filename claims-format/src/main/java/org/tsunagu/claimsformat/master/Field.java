package org.tsunagu.claimsformat.master;

import java.util.Locale;

/// What Tsunagu reads of a master row (項目); the columns are in `layouts.tsv`.
public enum Field {
    CHANGE,
    LETTER,
    CODE,
    SUCCESSOR,
    NAME,
    SHORT_NAME,
    FULL_NAME,
    KANA,
    ICD10,
    MANIFESTATION,
    NEEDS_MODIFIER,
    NOT_CLAIMABLE,
    MANAGEMENT_FLAG,
    MODIFIER_CLASS,
    UNIT,
    PRICE_KIND,
    PRICE,
    GENERIC,
    PARENT,
    FORM,
    PRICE_LIST_CODE,
    GENERIC_NAME_CODE,
    POINT_KIND,
    POINTS,
    IN_OR_OUT,
    NOTICE_KIND,
    SECTION_LETTER,
    SECTION_NUMBER,
    SECTION_BRANCH,
    PATTERN,
    LISTED_ON,
    CHANGED_ON,
    ABOLISHED_ON;

    /// The word in the column `field` of the table.
    static Field of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
