package org.tsunagu.app.analytics;

import java.util.Locale;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Certainty;

/// The certainty of what several rows have decided (確度の合成), in the words of the tables.
final class Certainties {

    private Certainties() {}

    /// The weaker of two; an empty word says nothing.
    static String weaker(String one, String other) {
        return word(Certainty.weakest(
                Stream.of(one, other).filter(text -> !text.isEmpty()).map(Certainty::of)));
    }

    /// The word of the tables.
    static String word(Certainty certainty) {
        return certainty.name().toLowerCase(Locale.ROOT);
    }
}
