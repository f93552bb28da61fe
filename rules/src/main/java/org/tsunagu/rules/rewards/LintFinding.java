package org.tsunagu.rules.rewards;

import java.util.Locale;
import org.tsunagu.codes.table.Row;

/// Something to be thought about before a rule for points is put in force (規則の点検の結果).
///
/// @param row of `lint.tsv`
public record LintFinding(Row row) {

    /// The check: `E1`, `W3` and so on.
    public String id() {
        return row.key();
    }

    /// Whether the rule cannot be put in force; anything else wants a reason.
    public boolean blocks() {
        return row.text("severity").equals("error");
    }

    /// The sentence in a language.
    public String message(Locale locale) {
        return row.text(locale.getLanguage().equals("ja") ? "message_ja" : "message_en");
    }
}
