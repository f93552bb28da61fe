package org.tsunagu.app.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tsunagu.codes.table.Table;

/// What persons' data are taken out for (利用目的); the choices are in `purposes.tsv`.
///
/// @param key as it stands in the ledger
public record Purpose(String key, String japanese, String english) {

    private static final String NEEDS_WORDS = "OTHER";
    private static final String BETWEEN = ": ";
    private static final int LONGEST = 200;

    private static final List<Purpose> ALL =
            Table.read("access/purposes", Purpose.class.getResourceAsStream("purposes.tsv")).rows().stream()
                    .map(row -> new Purpose(row.text("purpose"), row.text("japanese"), row.text("english")))
                    .toList();

    /// All there are to choose from.
    public static List<Purpose> all() {
        return ALL;
    }

    /// What goes into the ledger.
    ///
    /// @param key as chosen
    /// @param words what the person added; wanted when none of the purposes fits
    /// @return empty when nothing was chosen or the words are missing
    public static Optional<String> stated(String key, String words) {
        var more = words.strip();
        return of(key).filter(chosen -> !chosen.key.equals(NEEDS_WORDS) || !more.isEmpty())
                .map(chosen -> more.isEmpty() ? chosen.key : chosen.key + BETWEEN + more)
                .map(stated -> stated.substring(0, Math.min(LONGEST, stated.length())));
    }

    private static Optional<Purpose> of(String key) {
        return ALL.stream().filter(one -> one.key.equals(key)).findFirst();
    }

    /// The name in a language.
    public String name(Locale locale) {
        return locale.equals(Locale.JAPANESE) ? japanese : english;
    }

    /// An entry of the ledger as people read it; anything else as it is.
    public static String shown(String stated, Locale locale) {
        var key = stated.split(BETWEEN, 2)[0];
        return of(key).map(one -> one.name(locale) + stated.substring(key.length()))
                .orElse(stated);
    }
}
