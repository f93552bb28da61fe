package org.tsunagu.claimsformat.disease;

import java.util.Locale;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Row;

/// A group of diseases (疾病分類の1項目): a class, a row of a list, or a bucket for what has no class.
///
/// @param row key of the table row
/// @param code as reports print it
/// @param certainty of the range of diseases
public record Group(String row, String code, String nameJa, String nameEn, Certainty certainty) {

    static Group of(Row row, String codeColumn) {
        return new Group(
                row.key(),
                row.text(codeColumn),
                row.text("name_ja"),
                row.text("name_en"),
                row.basis().certainty());
    }

    /// The name in a language: English for `en`, Japanese for every other.
    public String name(Locale language) {
        return language.getLanguage().equals("en") ? nameEn : nameJa;
    }
}
