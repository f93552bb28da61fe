package org.tsunagu.letters.text;

import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagu.codes.table.Table;

/// Which characters may not begin or end a line (禁則文字), `kinsoku.tsv`.
public final class Kinsoku {

    private final Set<Integer> notFirst;
    private final Set<Integer> notLast;

    private Kinsoku(Table table) {
        this.notFirst = characters(table, "not_first");
        this.notLast = characters(table, "not_last");
    }

    /// The table of this module.
    public static Kinsoku shipped() {
        return Shipped.KINSOKU;
    }

    private static Set<Integer> characters(Table table, String rule) {
        return table.rows().stream()
                .filter(row -> row.text("rule").equals(rule))
                .flatMap(row -> row.text("characters").codePoints().boxed())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether a line may end between two characters.
    boolean mayBreak(int before, int after) {
        if (before == ' ') {
            return after != ' ';
        }
        if (notLast.contains(before) || notFirst.contains(after) || after == ' ') {
            return false;
        }
        return !(isWord(before) && isWord(after));
    }

    /// Latin letters, digits and what stands inside a number or a word stay together.
    private static boolean isWord(int character) {
        return character < FULL_WIDTH && !Character.isWhitespace(character);
    }

    /// From here on characters are set one by one: CJK punctuation, kana, kanji, full-width forms.
    private static final int FULL_WIDTH = 0x2E80;

    private static final class Shipped {
        private static final Kinsoku KINSOKU =
                new Kinsoku(Table.read("text/kinsoku", Kinsoku.class.getResourceAsStream("kinsoku.tsv")));
    }
}
