package org.tsunagu.cli.points;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.text.Widths;
import org.tsunagu.rules.guidance.CourseKind;

/// The words by which people write a guidance level (保健指導レベルの書き方): the codes of `judge`, and the names in Japanese
/// and English.
final class LevelWords {

    private final Map<String, Optional<CourseKind>> words = new HashMap<>();

    LevelWords() {
        Table.read("level-words", LevelWords.class.getResourceAsStream("level-words.tsv"))
                .rows()
                .forEach(row -> words.put(
                        row.text("word"),
                        row.text("level").isEmpty()
                                ? Optional.empty()
                                : Optional.of(CourseKind.valueOf(row.text("level")))));
    }

    /// Whether this is a level at all.
    boolean knows(String written) {
        return words.containsKey(plain(written));
    }

    /// The kind of guidance that it is offered; empty for levels without guidance.
    Optional<CourseKind> kind(String written) {
        return words.getOrDefault(plain(written), Optional.empty());
    }

    private static String plain(String written) {
        return Widths.forMatching(written).toLowerCase(Locale.ROOT);
    }
}
